import type { AnyArgs, ApiName, ArgsOf, Credentials, MaybeLazy, Part, PathsOf } from '../apis/connector-apis';
import type { Check } from '../assertions/checks/check';
import type { JsonSchema } from '../assertions/schema/json-schema';
import type { StandardSchemaLike } from '../assertions/schema/standard-schema';
import type { Json } from '../json/json';
import type { Lazy } from '../lazy';
import type { IgnoredFields } from '../output/baseline/ignored-fields';
import type { RecordRule } from '../output/rules/record-rule';
import type { FinalState } from './awaited-states';

/** Paths and what must stand there; the known paths of the API are offered, any other is allowed. */
export type AssertThat<Api extends ApiName = ApiName> = {
  readonly [Path in keyof PathsOf<Api>]?: Check<PathsOf<Api>[Path]>;
} & { readonly [path: string]: Check<Json> };

/** Header or query values; numbers and booleans are written as text. */
export type TextValues = Readonly<Record<string, MaybeLazy<string | number | bigint | boolean>>>;

/** What every scenario can say. */
export interface ScenarioFields<Name extends string = string> {
  /** The test's name, unique in its block: what is tested and the expected outcome, such as `auth_invalid_password`. */
  readonly name: Name;
  /** One sentence more, shown when the scenario fails. */
  readonly description?: string;
  /** Do not run it; it is reported as skipped, with the reason in its title. */
  readonly skip?: boolean;
  /** Why it is skipped. */
  readonly skipReason?: string;
  /** Run only this one (and others marked so) of the file. */
  readonly only?: boolean;
  /** Words for `jest -t @word`; they stand behind the name in the test's title. */
  readonly tags?: readonly string[];
  /** Environment variables without which it cannot run, beside those of the block. */
  readonly requires?: readonly string[];
  /** What becomes of it where one of them is missing. @default that of the block */
  readonly onMissing?: 'fail' | 'skip';
  /**
   * Names of scenarios, written above, that have to pass first; a lazy finds their answers in `results`. One that has not
   * run (`-t`, `only`) runs in this one's test.
   */
  readonly needs?: readonly string[];
  /** Run it while nothing else of its block runs; see the option `concurrency`. @default false */
  readonly serial?: boolean;
  /** Scenarios with the same lock never run at the same time; see the option `concurrency`. */
  readonly lock?: string;
  /** Request headers, over those of the block. */
  readonly headers?: TextValues | Lazy<Readonly<Record<string, string>>>;
  /** The request's query, over that of the block. */
  readonly query?: TextValues | Lazy<Readonly<Record<string, string>>>;
  /** Bounds one request as a whole, in milliseconds. @default 30000 */
  readonly timeout?: number;
  /** Allows a `timeout` under 1,000 milliseconds. @default false */
  readonly allowShortTimeout?: boolean;
}

/** What a request is made of where there are no `args`; those of a scenario go before those of its block. */
export interface RequestParts {
  /** `preflight` and `workflow`: what to look at. */
  readonly metadata?: Part<AnyArgs>;
  /** `workflow` only: the connection that assets are made for. */
  readonly connection?: Part<AnyArgs>;
  /** `preflight` and `metadata`: sent as `connection_config`. */
  readonly connectionConfig?: Part<AnyArgs>;
  /** `preflight` only: the names of the checks, sent as `checks_to_run`; an empty list means all. */
  readonly checksToRun?: Part<readonly string[]>;
  /**
   * `preflight` only: how long its checks may take, in milliseconds; sent as `timeout_seconds`, rounded up. It bounds no
   * request, see `timeout`. @default the server's
   */
  readonly preflightTimeout?: Part<number>;
  /** The app's entry point: `?entrypoint=` of a workflow, a field of the body for the other APIs. */
  readonly entrypoint?: Part<string>;
}

/** How a scenario that only reads is repeated until it holds. */
export interface Eventually<Api extends ApiName = ApiName> {
  /** How long it may take, in milliseconds. */
  readonly timeout: number;
  /** The longest pause between two attempts, in milliseconds; the first are shorter. @default 1000 */
  readonly interval?: number;
  /** Paths and checks: when one of them holds, the scenario fails at once. */
  readonly failOn?: AssertThat<Api>;
}

/** A scenario that runs. */
export interface ApiScenario<Api extends ApiName, Name extends string = string>
  extends ScenarioFields<Name>, RequestParts {
  /** Which API to call. */
  readonly api: Api;
  /**
   * The request's arguments: a value, or a lazy that makes it; a lazy may stand at any depth. Without them the request is
   * made of the parts below, with credentials from the environment.
   */
  readonly args?: MaybeLazy<ArgsOf<Api>>;
  /** What the answer must contain. */
  readonly assertThat: AssertThat<Api>;
  /** Still to be written: it is reported as todo and does not run. */
  readonly todo?: boolean;
  /** `workflow` only: the path to call under `/workflows/v1`, such as `/extract`, instead of `/start`. */
  readonly endpoint?: string;
  /** Instead of all credentials of the block and of the environment. */
  readonly credentials?: Part<Credentials>;
  /** `config` only, instead of `args`: what to do. @default 'get', or 'update' with a payload */
  readonly configAction?: 'get' | 'update';
  /** `config` only, instead of `args`: the id of the configuration. */
  readonly configWorkflowId?: Part<string>;
  /** `config` only, instead of `args`: what an update stores. */
  readonly configPayload?: MaybeLazy<Json>;
  /**
   * How often the request is sent again when it did not get as far as the app: nothing was connected; for an API that
   * reads, also a connection that was dropped without an answer, 502 and 504; for all but `workflow` also 503. An answer
   * that the checks expect is never repeated. @default 0
   */
  readonly retries?: number;
  /** Repeat the request until all checks hold; not for `workflow` and not for an update of a configuration. */
  readonly eventually?: Eventually<Api>;
  /**
   * `workflow` only: wait until the workflow that was started is in this state, or in one of these. Any other end, a time
   * that is over and a state that cannot be known fail the scenario. @default 'COMPLETED' when a path starts at `$workflow`,
   * else the scenario does not wait
   */
  readonly waitFor?: FinalState | readonly FinalState[];
  /** How long to wait for it, in milliseconds. @default 300000 */
  readonly workflowTimeout?: number;
  /** The longest pause between two looks at it, in milliseconds; the first are shorter. @default 1000 */
  readonly pollingInterval?: number;
  /** `workflow` only: `false` sends arguments that do not fit the app's input contract. @default true */
  readonly inputContract?: boolean;
  /**
   * `workflow` only: the file of a baseline that the workflow's output is compared with, when it has ended; `jest -u` writes
   * it. A relative path starts at the Jest config's `rootDir`.
   */
  readonly expectedData?: string;
  /**
   * `workflow` only: the folder under which the app writes; the output is looked for in `<workflow id>/<run id>` below it. A
   * relative path starts at the Jest config's `rootDir`. @default the option of the block or the configuration
   */
  readonly extractedOutputBasePath?: string;
  /** `workflow` only: the folder of the records below that; `''` is all of them. @default 'transformed' */
  readonly outputSubdirectory?: string;
  /**
   * Beside `expectedData`: whether records and fields that the baseline does not name are differences; `'records'`: records
   * are, fields are not. @default true
   */
  readonly strictComparison?: boolean | 'records';
  /** Beside `expectedData`: fields that are not compared, or these with the reasons. @default DEFAULT_IGNORED_FIELDS */
  readonly ignoredFields?: IgnoredFields;
  /** `workflow` only: what each record of the output must fit, a JSON Schema or one of zod, valibot or arktype. */
  readonly schema?: JsonSchema | StandardSchemaLike;
  /** `workflow` only: what must hold for the records of the output, such as `[nonEmpty('Table'), uniqueQualifiedName()]`. */
  readonly recordRules?: readonly RecordRule[];
}

/** A scenario of any API. */
export type AnyApiScenario = ApiScenario<ApiName>;

/**
 * A scenario that is still to be written: a name is enough. It is reported as todo.
 *
 * One that names its API already is an {@link ApiScenario}. The two share no field that could be wrong, so that the
 * compiler points at a wrong check or argument itself, and not at the whole scenario.
 */
export interface TodoScenario<Name extends string = string> extends ScenarioFields<Name> {
  readonly todo: true;
  readonly api?: undefined;
}

/** One declared test: an API, its arguments, and what the answer must contain. */
export type Scenario<Name extends string = string> =
  { [Api in ApiName]: ApiScenario<Api, Name> }[ApiName] | TodoScenario<Name>;
