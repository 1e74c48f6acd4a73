import type { AnyArgs, Part } from '../../apis/connector-apis';

/** The parts of a request without `args`. A scenario's parts replace those of its block. */
export interface RequestParts {
  /** `preflight` and `workflow` only: which part of the source is used. */
  readonly metadata?: Part<AnyArgs>;
  /** `workflow` only: the connection to which the assets belong. */
  readonly connection?: Part<AnyArgs>;
  /** `preflight` and `metadata` only: sent as `connection_config`. */
  readonly connectionConfig?: Part<AnyArgs>;
  /** `preflight` only: the names of the checks to run, sent as `checks_to_run`. An empty list means all checks. */
  readonly checksToRun?: Part<readonly string[]>;
  /**
   * `preflight` only: how long the server's checks may take, in milliseconds. It is sent as `timeout_seconds`, rounded
   * up to whole seconds. It doesn't limit the request: that is `timeout`.
   * @default the server's
   */
  readonly preflightTimeout?: Part<number>;
  /**
   * The app's entry point. A workflow gets it as `?entrypoint=`; `auth`, `preflight` and `metadata` get the field
   * `entrypoint`. It may be combined with `args`.
   */
  readonly entrypoint?: Part<string>;
}
