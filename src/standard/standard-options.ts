import type { AnyArgs, Credentials, Part } from '../apis/connector-apis';
import type { RecordRule } from '../output/rules/record-rule';
import type { FinalState } from '../scenario/awaited-states';

/** What the standard suite needs to know of the app. */
export interface StandardOptions {
  /** The right credentials. @default those of the environment and the block */
  readonly credentials?: Part<Credentials>;
  /**
   * The names of credentials without which a login must fail; there is one scenario for each.
   * @default the names of `credentials` if they are written out, else `['username', 'password']`
   */
  readonly requiredCredentials?: readonly string[];
  /**
   * Credentials with which a login must fail.
   * @default the right ones with a random user name and random secrets, so that no account is locked
   */
  readonly wrongCredentials?: Part<Credentials>;
  /** `false` leaves out the logins. @default included */
  readonly auth?: false;
  /** What the preflight check is sent; `false` leaves it out. @default the credentials */
  readonly preflight?: false | StandardPreflight;
  /** What the request for metadata is sent; `false` leaves it out. @default the credentials */
  readonly metadata?: false | StandardMetadata;
  /**
   * A workflow that runs to its end; `false` also leaves out the requests that must not start one.
   * @default only requests that must not start one
   */
  readonly workflow?: false | StandardWorkflow;
  /** The configuration that is written and read again; `false` leaves it out. @default the id `jest-connector-standard` */
  readonly config?: false | StandardConfig;
  /**
   * The file that `npx jest-connector contract` wrote; a relative path starts at the Jest config's `rootDir`. Each field of
   * it is sent missing, of a wrong type and so on, and the app must refuse it. @default no such scenarios
   */
  readonly contract?: string;
  /** `'sdk'` skips what the published Python SDK is known to do differently, with the reason. @default nothing is skipped */
  readonly deviations?: 'sdk';
  /** Scenarios to skip: the reason, by name. @default none */
  readonly except?: Readonly<Record<string, string>>;
}

/** The preflight of the standard suite. */
export interface StandardPreflight {
  /** Which part of the source is checked. @default the block's */
  readonly metadata?: Part<AnyArgs>;
  /** Sent as `connection_config`. @default the block's */
  readonly connectionConfig?: Part<AnyArgs>;
}

/** The metadata request of the standard suite. */
export interface StandardMetadata {
  /** Sent beside the credentials, such as `{ metadata_template_key: 'schemas' }`. @default nothing */
  readonly args?: AnyArgs;
}

/** The workflow of the standard suite. */
export interface StandardWorkflow {
  /** Which part of the source is used. @default the block's */
  readonly metadata?: Part<AnyArgs>;
  /** The connection to which the assets belong. @default the block's */
  readonly connection?: Part<AnyArgs>;
  /** Further arguments. @default none */
  readonly args?: AnyArgs;
  /** The app's entry point. @default the block's */
  readonly entrypoint?: string;
  /** The status that the workflow must reach. @default 'COMPLETED' */
  readonly waitFor?: FinalState;
  /** Rules for the records of its output, such as `[nonEmpty()]`. @default the output isn't checked */
  readonly recordRules?: readonly RecordRule[];
  /** With `recordRules`: the subfolder of the output that has the records. @default 'transformed' */
  readonly outputSubdirectory?: string;
  /** How long that may take, in milliseconds. @default the block's `workflowTimeout` */
  readonly workflowTimeout?: number;
}

/** The configuration of the standard suite. */
export interface StandardConfig {
  /** Its id. Runs at the same time against one app need different ones. @default 'jest-connector-standard' */
  readonly id?: string;
}
