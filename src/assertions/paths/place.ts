/** One place of a path; a path with `*` has several. */
export interface Place {
  readonly found: boolean;
  /** The value, if `found`. */
  readonly value: unknown;
  /** The keys of the place; a `*` is replaced by the actual key. */
  readonly segments: readonly string[];
  /** If not `found`: how many of the keys exist. */
  readonly reached: number;
  /** If not `found`: the value at these keys. */
  readonly holder: unknown;
}
