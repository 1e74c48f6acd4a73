/** One place a path leads to: with `*` there are several. */
export interface Place {
  readonly found: boolean;
  /** The value, when `found`. */
  readonly value: unknown;
  /** The keys to it; a `*` is replaced by the key that was taken. */
  readonly segments: readonly string[];
  /** When not `found`: how many of the keys led somewhere. */
  readonly reached: number;
  /** When not `found`: the value they led to. */
  readonly holder: unknown;
}
