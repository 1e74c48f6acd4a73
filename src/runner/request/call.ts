import type { CallOptions } from '../../client/client-options';

/** A call of the client for a scenario, with all lazies resolved. */
export interface Call {
  readonly args: unknown;
  readonly options: CallOptions;
}

/** The source of a part of a request, without its value. */
export interface PartSource {
  /** Such as `metadata`, or `credentials.password`. */
  readonly part: string;
  /** `the scenario`, `the block`, an environment variable, `buildCredentials`. */
  readonly from: string;
}

/** Called with the source of each part of a request. */
export type PartsListener = (sources: readonly PartSource[]) => void;
