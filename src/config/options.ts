import type { AxiosInstance } from 'axios';
import type { ApiDefinitions } from '../apis/api-definition';
import type { AnyArgs, Credentials, Part } from '../apis/connector-apis';
import type { Json } from '../json/json';
import type { ScenarioResult } from '../runner/scenario-result';
import type { RequestParts, Scenario, TextValues } from '../scenario/scenario';
import type { AppConfig, ServiceConfig } from './service-config';

/** The options of `globals.connector` in the Jest config; JSON only. */
export interface ConnectorConfig {
  /** The URL of the app server; a path prefix is kept. @default the URL of the started `app`, else 'http://localhost:8000' */
  readonly serverHost?: string;
  /** The path of `workflow` under `/workflows/v1`. @default '/start' */
  readonly workflowEndpoint?: string;
  /** The time limit of one whole request, in milliseconds. @default 30000 */
  readonly timeout?: number;
  /** Allows a `timeout` under 1,000 milliseconds. @default false */
  readonly allowShortTimeout?: boolean;
  /** The time limit of each of your hooks and lazies, in milliseconds. @default 60000 */
  readonly hookTimeout?: number;
  /** Headers to send with every request. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Query parameters to send with every request. */
  readonly query?: Readonly<Record<string, string>>;
  /** Your own APIs, in addition to the five built-in ones. */
  readonly apis?: ApiDefinitions;
  /** The path of the server's health check. @default '/server/health' */
  readonly healthPath?: string;
  /** How long to wait for a server that jest-connector did not start, in milliseconds. @default 5000 */
  readonly healthTimeout?: number;
  /** The application whose credentials are read from the environment variables `E2E_<APPLICATION NAME>_*`. */
  readonly applicationName?: string;
  /** What to do with a scenario whose `requires` are missing. @default 'fail' if `CI` is set, else 'skip' */
  readonly onMissing?: 'fail' | 'skip';
  /** How long a scenario waits for its workflow, in milliseconds. @default 300000 */
  readonly workflowTimeout?: number;
  /** The longest pause between two polls of a workflow, in milliseconds; the first pauses are shorter. @default 1000 */
  readonly pollingInterval?: number;
  /**
   * Whether to check a workflow's arguments against the app's input contract before sending them, if the app serves one
   * and `ajv` is installed. @default true
   */
  readonly inputContract?: boolean;
  /**
   * Whether to fail a check that passes only because its path is missing (`isNone()`, `isMissing()`, `optional(…)`) if the
   * path looks like a typo of an existing one, such as `data.eror` for `data.error`. `false` prints a notice instead.
   * @default false
   */
  readonly strictPaths?: boolean;
  /** The folder under which the app writes its workflows' output; a relative path is resolved against `rootDir`. */
  readonly extractedOutputBasePath?: string;
  /** The app that global setup starts. */
  readonly app?: AppConfig;
  /** Other processes that the tests or the app need, by name; they are started before the app. */
  readonly services?: Readonly<Record<string, ServiceConfig>>;
  /** Names of fields and headers that hold secrets, in addition to known ones such as `password`, `token` and `apiKey`. */
  readonly secretNames?: readonly string[];
  /**
   * Whether to hide secrets in messages, on the console and in reports. `false` shows them and prints a warning.
   * @default true
   */
  readonly redact?: boolean;
  /** Write a JUnit file with `jest-junit`: `true` for its default path (`junit.xml`), or a path. @default false */
  readonly junit?: boolean | string;
}

/** The hooks of a block. Each may be async and must end within `hookTimeout`. */
export interface ConnectorHooks<Context> {
  /** Runs before the first scenario. If it fails, no scenario runs, but `cleanupTestEnvironment` still does. */
  setupTestEnvironment?: (context: Context) => unknown;
  /** Runs after the last scenario, and after a failed setup. */
  cleanupTestEnvironment?: (context: Context) => unknown;
  /** Runs before each scenario. If it fails, the scenario fails and nothing is sent. */
  beforeScenario?: (scenario: Scenario, context: Context) => unknown;
  /** Runs after each scenario, whether it passed or failed. */
  afterScenario?: (scenario: Scenario, result: ScenarioResult, context: Context) => unknown;
  /**
   * Makes the credentials of a scenario that has neither `args` nor `credentials`. It receives the credentials found in
   * the environment and the option `credentials`, and returns the ones to send. A function without parameters is called
   * only if none were found.
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
    Omit<ConnectorConfig, 'app' | 'services' | 'junit' | 'redact' | 'secretNames' | 'headers' | 'query'>,
    ConnectorHooks<Context & BlockContext>,
    RequestParts {
  /** Headers to send with every request; they override the configuration's. Lazies are not used by `context.client`. */
  readonly headers?: TextValues;
  /** Query parameters to send with every request; they override the configuration's. Lazies are not used by `context.client`. */
  readonly query?: TextValues;
  /** Credentials that override those of the environment, by name. A scenario's `credentials` replace all of them. */
  readonly credentials?: Part<AnyArgs>;
  /** Environment variables that every scenario of the block needs. */
  readonly requires?: readonly string[];
  /** Your own axios instance, with your interceptors, to send requests with. */
  readonly axios?: AxiosInstance;
}

/** What every block's context contains. */
export interface BlockContext {
  /** The block's client. */
  readonly client: import('../client/client').Client;
}
