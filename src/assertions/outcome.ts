/** The outcome of one check; plain data. */
export interface CheckOutcome {
  /** The path as it was written; `''` means the whole response. */
  readonly path: string;
  readonly passed: boolean;
  /** Completes "expected …", such as `equal to "success"`. */
  readonly expected: string;
  /** The caller's description of the check. */
  readonly note?: string | undefined;
  /** Whether there is a value at the path. */
  readonly found: boolean;
  /** The value at the path, if `found`; for a path with `*`, the value that failed, and absent if none did. */
  readonly received?: unknown;
  /** Only on failure: the reason, in addition to "expected" and "received". */
  readonly reason?: string | undefined;
  /** Only if nothing was found: the longest prefix of the path that exists. */
  readonly stoppedAt?: string | undefined;
  /** Only if nothing was found: describes the value at `stoppedAt`: `an object with the keys …`, `an empty array`, `null`. */
  readonly stoppedAtKind?: string | undefined;
  /**
   * Only if nothing was found: the path with its wrong key replaced by the nearest existing one. If the check passes, only
   * if the key looks like a typo.
   */
  readonly nearestPath?: string | undefined;
  /** Only for a path with `*`: the concrete path of the first item that failed. */
  readonly failedPath?: string | undefined;
  /** Only on failure: the expected value, if the check compares with one. */
  readonly expectedValue?: unknown;
  /** Only on failure: the stack line of the check, `    at … (file:line:column)`. */
  readonly location?: string | undefined;
}
