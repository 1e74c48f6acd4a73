import type { CallOptions } from '../../client/client-options';

/** What a scenario asks the client for: everything resolved, nothing lazy. */
export interface Call {
  readonly args: unknown;
  readonly options: CallOptions;
}

/** Where a part of a request came from; never its value. */
export interface PartSource {
  /** Such as `metadata`, or `credentials.password`. */
  readonly part: string;
  /** `the scenario`, `the block`, an environment variable, `buildCredentials`. */
  readonly from: string;
}

/** Called with where each part of a request came from. */
export type PartsListener = (sources: readonly PartSource[]) => void;
