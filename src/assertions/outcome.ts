/** How one check ended; plain data. */
export interface CheckOutcome {
  /** The path as it was written; `''` is the whole answer. */
  readonly path: string;
  readonly passed: boolean;
  /** Completes "expected …", such as `equal to "success"`. */
  readonly expected: string;
  /** The caller's own words about the check. */
  readonly note?: string | undefined;
  /** Whether the path led to a value. */
  readonly found: boolean;
  /** The value at the path, when `found`; of a wildcard path the value that failed. */
  readonly received?: unknown;
  /** Only on failure: why, beyond "expected" and "received". */
  readonly reason?: string | undefined;
  /** Only where nothing was found: the longest prefix of the path that leads somewhere. */
  readonly stoppedAt?: string | undefined;
  /** Only where nothing was found: what is at `stoppedAt`: `an object with the keys …`, `an empty array`, `null`. */
  readonly stoppedAtKind?: string | undefined;
  /**
   * Only where nothing was found: the path with its wrong key replaced by the nearest one that is there. Of a check that
   * passes, only where the key looks like a typo of that one.
   */
  readonly nearestPath?: string | undefined;
  /** Only for a path with `*`: the concrete path of the first item that failed. */
  readonly failedPath?: string | undefined;
  /** Only on failure: the value that was expected, where the check compares with one. */
  readonly expectedValue?: unknown;
  /** Only on failure: the stack line of the place where the check was written, `    at … (file:line:column)`. */
  readonly location?: string | undefined;
}
