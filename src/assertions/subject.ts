/** What the paths of a check look into: a body, and other roots beside it such as `$http`. */
export interface Subject {
  readonly body: unknown;
  readonly roots: Readonly<Record<string, unknown>>;
}
