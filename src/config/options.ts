import type { AxiosInstance } from 'axios';
import type { ApiDefinitions } from '../apis/api-definition';
import type { AnyArgs, Credentials, Part } from '../apis/connector-apis';
import type { Json } from '../json/json';
import type { ScenarioResult } from '../runner/scenario-result';
import type { RequestParts } from '../scenario/request/request-parts';
import type { Scenario, TextValues } from '../scenario/scenario';
import type { StrengthOptions } from '../scenario/strength/strength-options';
import type { ReportOptions } from './report-options';
import type { AppConfig, ServiceConfig } from './service-config';

/** Options that can be JSON: `globals.connector` in the Jest config. */
export interface ConnectorConfig {
  /**
   * The URL of the app server. A path prefix is kept. In the config it can't be combined with `app`.
   * @default the started `app`, else `http://localhost:8000`
   */
  readonly serverHost?: string;
  /** The path of `workflow` under `/workflows/v1`. @default '/start' */
  readonly workflowEndpoint?: string;
  /**
   * Limits one request as a whole, in milliseconds, from connecting to the last byte. Values under 1,000 need
   * `allowShortTimeout`.
   * @default 30000
   */
  readonly timeout?: number;
  /**
   * Allows a `timeout`, `preflightTimeout`, `workflowTimeout` or `eventually.timeout` under 1,000 ms, and a
   * `pollingInterval` or `eventually.interval` under 100 ms.
   * @default false
   */
  readonly allowShortTimeout?: boolean;
  /** Limits each of your hooks and lazies, in milliseconds. @default 60000 */
  readonly hookTimeout?: number;
  /**
   * How many scenarios of a block run at the same time: `1` (one after the other), a number, or `true` for as many as Jest's
   * `maxConcurrency`, which is the upper limit in any case. Needs Jest 30.5 or later. @default 1
   */
  readonly concurrency?: number | true;
  /**
   * The name of a header with an id that is unique per scenario, such as `'X-Request-ID'`, for an app that logs it: the log
   * in a failure then has the lines of that scenario only. Your own header of that name is kept. @default no such header
   */
  readonly correlationHeader?: string;
  /** Headers that are sent with every request. Headers from config, block and scenario are merged by name. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Query parameters that are sent with every request. Those from config, block and scenario are merged by name. */
  readonly query?: Readonly<Record<string, string>>;
  /** Your own APIs, in addition to the five built-in ones. */
  readonly apis?: ApiDefinitions;
  /** The path that is polled to find out whether the server is up. @default '/server/health' */
  readonly healthPath?: string;
  /** How long to wait for a server that this run didn't start, in milliseconds. @default 5000 */
  readonly healthTimeout?: number;
  /** The name in the environment variables `E2E_<APP>_*` that hold credentials. @default ATLAN_APPLICATION_NAME */
  readonly applicationName?: string;
  /**
   * What happens to a scenario if a variable in its `requires` is missing.
   * @default `'fail'` where `CI` is set, else `'skip'`
   */
  readonly onMissing?: 'fail' | 'skip';
  /**
   * How long a scenario waits for its workflow to end, in milliseconds. Values under 1,000 need `allowShortTimeout`.
   * @default 300000
   */
  readonly workflowTimeout?: number;
  /**
   * The longest pause between two status requests for a workflow, in milliseconds. The first pauses are shorter. Values
   * under 100 need `allowShortTimeout`.
   * @default 1000
   */
  readonly pollingInterval?: number;
  /**
   * Whether a workflow's arguments are checked against the app's input contract before they are sent. This needs an app
   * that serves a contract, and `ajv`.
   * @default true
   */
  readonly inputContract?: boolean;
  /**
   * Whether a check fails if it passes only because its path is missing, and the path looks like a typo of an existing
   * one: `data.eror` beside `data.error`. With `false`, such a check prints a notice.
   * @default false
   */
  readonly strictPaths?: boolean;
  /**
   * Whether a scenario fails if a response contains a secret that its requests sent: in the body or a header, also encoded.
   * Secrets are values under names such as `password`, and marked ones; a user name isn't. @default false
   */
  readonly forbidSecretsInResponses?: boolean;
  /** The folder in which the app writes the output of its workflows. A relative path starts at `rootDir`. */
  readonly extractedOutputBasePath?: string;
  /**
   * What `npx jest-connector strength` leaves out: paths that the checks leave open on purpose, each with the reason.
   * @default nothing
   */
  readonly strength?: StrengthOptions;
  /** The app that is started before the tests. */
  readonly app?: AppConfig;
  /** Processes that are started before the app, by name. */
  readonly services?: Readonly<Record<string, ServiceConfig>>;
  /**
   * Names of your own fields that hold secrets, in addition to the known ones such as `password`, `token` and `apiKey`.
   */
  readonly secretNames?: readonly string[];
  /**
   * `false` prints secrets unchanged in messages, on the console and in reports, and prints a warning. @default true
   */
  readonly redact?: boolean;
  /**
   * Writes a JUnit file with `jest-junit`. `true` uses jest-junit's own default, `junit.xml`. A string is a path
   * relative to `rootDir`: a file if it ends with `.xml`, else a folder. jest-junit's own environment variables keep
   * working. The file of the previous run is removed at the start. If global setup fails, the file contains its error.
   * @default false
   */
  readonly junit?: boolean | string;
  /**
   * Writes a report of the run: what every scenario sent, received and checked. `true` writes all its files to
   * `connector-report` under `rootDir`; an object chooses them. A run removes the earlier report when it starts.
   * @default false
   */
  readonly report?: boolean | ReportOptions;
}

/** The hooks of a block. Each may be async and is limited by `hookTimeout`. */
export interface ConnectorHooks<Context> {
  /**
   * Runs before the first scenario, after the server was found healthy. If it fails, no scenario runs;
   * `cleanupTestEnvironment` still does.
   */
  setupTestEnvironment?: (context: Context) => unknown;
  /** Runs after the last scenario, also after a failed `setupTestEnvironment`. */
  cleanupTestEnvironment?: (context: Context) => unknown;
  /** Runs before each scenario. If it fails, the scenario fails without a request. */
  beforeScenario?: (scenario: Scenario, context: Context) => unknown;
  /** Runs after each scenario, whether it passed or failed. The result contains no secrets. */
  afterScenario?: (scenario: Scenario, result: ScenarioResult, context: Context) => unknown;
  /**
   * Builds the credentials of each scenario that has neither `args` nor `credentials`. It receives what the environment
   * and the option `credentials` provide, and returns what is sent. A function without parameters is called only if
   * they provide nothing.
   */
  buildCredentials?: (
    found: Readonly<Record<string, Json>>,
    scenario: Scenario,
    context: Context,
  ) => Credentials | Promise<Credentials>;
}

/** The second or third argument of `describeConnector`. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export interface ConnectorOptions<Context = Record<string, any>>
  extends
    Omit<ConnectorConfig, 'app' | 'services' | 'junit' | 'report' | 'redact' | 'secretNames' | 'headers' | 'query'>,
    ConnectorHooks<Context & BlockContext>,
    RequestParts {
  /**
   * Headers that are sent with every request, merged by name over those of the config. Lazies are resolved for
   * scenarios, not for `context.client`.
   */
  readonly headers?: TextValues;
  /**
   * Query parameters that are sent with every request, merged by name over those of the config. Lazies are resolved for
   * scenarios, not for `context.client`.
   */
  readonly query?: TextValues;
  /**
   * Credentials that are merged by name over those from the environment. A scenario's own `credentials` replace all of
   * them.
   */
  readonly credentials?: Part<AnyArgs>;
  /** Environment variables that every scenario of the block needs. */
  readonly requires?: readonly string[];
  /** Your own axios instance, with your interceptors. All requests go through it. @default requests without axios */
  readonly axios?: AxiosInstance;
}

/** What every context contains. */
export interface BlockContext {
  /** The block's client. */
  readonly client: import('../client/client').Client;
}
