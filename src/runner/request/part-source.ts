/** Where a part of a request came from; never its value. */
export interface PartSource {
  /** Such as `metadata`, or `credentials.password`. */
  readonly part: string;
  /** `the scenario`, `the block`, an environment variable, `buildCredentials`. */
  readonly from: string;
}
