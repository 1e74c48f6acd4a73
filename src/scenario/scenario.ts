import type { AnyArgs, ApiName, ArgsOf, Credentials, MaybeLazy, Part, PathsOf } from '../apis/connector-apis';
import type { Check } from '../assertions/checks/check';
import type { JsonSchema } from '../assertions/schema/json-schema';
import type { StandardSchemaLike } from '../assertions/schema/standard-schema';
import type { Json } from '../json/json';
import type { Lazy } from '../lazy';
import type { IgnoredFields } from '../output/baseline/ignored-fields';
import type { RecordRule } from '../output/rules/record-rule';
import type { FinalState } from './awaited-states';

/** Paths and their checks. Editors complete the API's known paths; any other path is allowed. */
export type AssertThat<Api extends ApiName = ApiName> = {
  readonly [Path in keyof PathsOf<Api>]?: Check<PathsOf<Api>[Path]>;
} & { readonly [path: string]: Check<Json> };

/** Header or query values; numbers and booleans are sent as strings. */
export type TextValues = Readonly<Record<string, MaybeLazy<string | number | bigint | boolean>>>;

/** The fields of every scenario. */
export interface ScenarioFields<Name extends string = string> {
  /** The test's name, unique in its block: what is tested and the expected outcome, such as `auth_invalid_password`. */
  readonly name: Name;
  /** A longer description, shown if the scenario fails. */
  readonly description?: string;
  /** Skip the scenario; it is reported as skipped, with the reason in its title. */
  readonly skip?: boolean;
  /** The reason for skipping it. */
  readonly skipReason?: string;
  /** Run only this scenario, and others with `only`, of the file. */
  readonly only?: boolean;
  /** Words for `jest -t @word`; they follow the name in the test's title. */
  readonly tags?: readonly string[];
  /** Environment variables that it needs, in addition to those of the block. */
  readonly requires?: readonly string[];
  /** What to do if one of them is missing. @default the block's `onMissing` */
  readonly onMissing?: 'fail' | 'skip';
  /**
   * Names of scenarios, listed before this one, that must pass first; a lazy finds their responses in `results`. A needed
   * scenario that has not run (because of `-t` or `only`) runs in this scenario's test.
   */
  readonly needs?: readonly string[];
  /** Request headers; they override those of the block by name. */
  readonly headers?: TextValues | Lazy<Readonly<Record<string, string>>>;
  /** Query parameters; they override those of the block by name. */
  readonly query?: TextValues | Lazy<Readonly<Record<string, string>>>;
  /** The time limit of one whole request, in milliseconds. @default 30000 */
  readonly timeout?: number;
  /** Allows a `timeout` under 1,000 milliseconds. @default false */
  readonly allowShortTimeout?: boolean;
}

/** The parts that a request is built from if there are no `args`; a scenario's parts win over its block's. */
export interface RequestParts {
  /** `preflight` and `workflow`: what to check or extract. */
  readonly metadata?: Part<AnyArgs>;
  /** `workflow` only: the connection that the assets belong to. */
  readonly connection?: Part<AnyArgs>;
  /** `preflight` and `metadata`: sent as `connection_config`. */
  readonly connectionConfig?: Part<AnyArgs>;
  /** `preflight` only: the names of the checks, sent as `checks_to_run`; an empty list means all. */
  readonly checksToRun?: Part<readonly string[]>;
  /**
   * `preflight` only: how long the checks may take, in milliseconds; sent as `timeout_seconds`, rounded up. It does not
   * limit the request; see `timeout`. @default the server's
   */
  readonly preflightTimeout?: Part<number>;
  /** The app's entry point: `?entrypoint=` of a workflow, a field of the body for the other APIs. */
  readonly entrypoint?: Part<string>;
}

/** How to repeat a scenario that only reads until its checks pass. */
export interface Eventually<Api extends ApiName = ApiName> {
  /** How long to keep trying, in milliseconds. */
  readonly timeout: number;
  /** The longest pause between two attempts, in milliseconds; the first pauses are shorter. @default 1000 */
  readonly interval?: number;
  /** Paths and checks: if one of them passes, the scenario fails at once. */
  readonly failOn?: AssertThat<Api>;
}

/** A scenario that runs. */
export interface ApiScenario<Api extends ApiName, Name extends string = string>
  extends ScenarioFields<Name>, RequestParts {
  /** The API to call. */
  readonly api: Api;
  /**
   * The request's arguments: a value, or a lazy that returns it; lazies are allowed at any depth. Without `args` the
   * request is built from the parts below, with credentials from the environment.
   */
  readonly args?: MaybeLazy<ArgsOf<Api>>;
  /** The checks of the response, by path. */
  readonly assertThat: AssertThat<Api>;
  /** Not written yet: it is reported as todo and does not run. */
  readonly todo?: boolean;
  /** `workflow` only: the path to call under `/workflows/v1`, such as `/extract`, instead of `/start`. */
  readonly endpoint?: string;
  /** Credentials that replace all those of the block and the environment. */
  readonly credentials?: Part<Credentials>;
  /** `config` only, instead of `args`: the action. @default 'get', or 'update' with a payload */
  readonly configAction?: 'get' | 'update';
  /** `config` only, instead of `args`: the id of the configuration. */
  readonly configWorkflowId?: Part<string>;
  /** `config` only, instead of `args`: the value that an update stores. */
  readonly configPayload?: MaybeLazy<Json>;
  /**
   * How many times to resend a request that never reached the app (1–10): the connection failed; for an API that only
   * reads, also if the connection was dropped without a response, or on 502 and 504; for every API but `workflow`, also on
   * 503. A response that the checks expect is never repeated. @default 0
   */
  readonly retries?: number;
  /** Repeat the request until all checks pass; not for `workflow`, and not for an update of a configuration. */
  readonly eventually?: Eventually<Api>;
  /**
   * `workflow` only: wait until the started workflow has this final status, or one of these. Any other final status, a
   * timeout and an unknown status fail the scenario. @default 'COMPLETED' if a path starts at `$workflow` or the output is
   * checked; otherwise the scenario does not wait
   */
  readonly waitFor?: FinalState | readonly FinalState[];
  /** How long to wait for the workflow, in milliseconds. @default 300000 */
  readonly workflowTimeout?: number;
  /** The longest pause between two polls of the workflow, in milliseconds; the first pauses are shorter. @default 1000 */
  readonly pollingInterval?: number;
  /** `workflow` only: whether to check the arguments against the app's input contract first. @default true */
  readonly inputContract?: boolean;
  /**
   * `workflow` only: the baseline file that the output is compared with when the workflow has ended; `jest -u` writes it.
   * A relative path is resolved against the Jest config's `rootDir`.
   */
  readonly expectedData?: string;
  /**
   * `workflow` only: the folder under which the app writes; the output is read from `<workflow id>/<run id>` in it. A
   * relative path is resolved against the Jest config's `rootDir`. @default the option of the block or the configuration
   */
  readonly extractedOutputBasePath?: string;
  /** `workflow` only: the subfolder there that contains the records; `''` means all subfolders. @default 'transformed' */
  readonly outputSubdirectory?: string;
  /**
   * With `expectedData`: whether records and fields that are not in the baseline are differences; `'records'`: records
   * are, fields are not. @default true
   */
  readonly strictComparison?: boolean | 'records';
  /** With `expectedData`: fields that are not compared, optionally with the reasons. @default DEFAULT_IGNORED_FIELDS */
  readonly ignoredFields?: IgnoredFields;
  /** `workflow` only: the schema that each record of the output must match: JSON Schema, zod, valibot or arktype. */
  readonly schema?: JsonSchema | StandardSchemaLike;
  /** `workflow` only: rules that the output's records must satisfy, such as `[nonEmpty('Table'), uniqueQualifiedName()]`. */
  readonly recordRules?: readonly RecordRule[];
}

/** A scenario of any API. */
export type AnyApiScenario = ApiScenario<ApiName>;

/**
 * A scenario that is not written yet: a name is enough. It is reported as todo.
 *
 * A todo that already names its API is an {@link ApiScenario}. The two types share no field that could be wrong, so the
 * compiler points at the wrong check or argument instead of at the whole scenario.
 */
export interface TodoScenario<Name extends string = string> extends ScenarioFields<Name> {
  readonly todo: true;
  readonly api?: undefined;
}

/** One declared test: an API, its arguments, and the checks of the response. */
export type Scenario<Name extends string = string> =
  { [Api in ApiName]: ApiScenario<Api, Name> }[ApiName] | TodoScenario<Name>;
