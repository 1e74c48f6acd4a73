import type { AxiosInstance } from 'axios';
import type { ApiDefinitions } from '../apis/api-definition';
import type { AnyArgs, Credentials, Part } from '../apis/connector-apis';
import type { Json } from '../json/json';
import type { ScenarioResult } from '../runner/scenario-result';
import type { RequestParts, Scenario, TextValues } from '../scenario/scenario';
import type { AppConfig, ServiceConfig } from './service-config';

/** Options that can be JSON: `globals.connector` of the Jest config. */
export interface ConnectorConfig {
  /** Where the app server listens; a path prefix is kept. @default the started `app`, else 'http://localhost:8000' */
  readonly serverHost?: string;
  /** The path of `workflow` under `/workflows/v1`. @default '/start' */
  readonly workflowEndpoint?: string;
  /** Bounds one request as a whole, in milliseconds. @default 30000 */
  readonly timeout?: number;
  /** Allows a `timeout` under 1,000 milliseconds. @default false */
  readonly allowShortTimeout?: boolean;
  /** Bounds each of your hooks and lazies, in milliseconds. @default 60000 */
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
  /** Sent with every request. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent with every request. */
  readonly query?: Readonly<Record<string, string>>;
  /** APIs beside the five. */
  readonly apis?: ApiDefinitions;
  /** The path that says whether the server is up. @default '/server/health' */
  readonly healthPath?: string;
  /** How long to wait for a server that we did not start, in milliseconds. @default 5000 */
  readonly healthTimeout?: number;
  /** Whose credentials stand in the environment variables `E2E_<APPLICATION NAME>_*`. */
  readonly applicationName?: string;
  /** What becomes of a scenario whose `requires` are missing. @default 'fail' where `CI` is set, else 'skip' */
  readonly onMissing?: 'fail' | 'skip';
  /** How long a scenario waits for its workflow, in milliseconds. @default 300000 */
  readonly workflowTimeout?: number;
  /** The longest pause between two looks at a workflow, in milliseconds; the first are shorter. @default 1000 */
  readonly pollingInterval?: number;
  /**
   * Check the arguments of a workflow against the app's input contract before they are sent, where the app serves one and
   * `ajv` is installed. @default true
   */
  readonly inputContract?: boolean;
  /**
   * Fail a check that passes because nothing is at its path (`isNone()`, `isMissing()`, `optional(…)`), where the path is a
   * near miss of one that is there, such as `data.eror` beside `data.error`; `false` prints a notice. @default false
   */
  readonly strictPaths?: boolean;
  /** The folder under which the app writes what its workflows extract; a relative path starts at `rootDir`. */
  readonly extractedOutputBasePath?: string;
  /** The app that global setup starts. */
  readonly app?: AppConfig;
  /** What the tests or the app need beside it, by name; started before it. */
  readonly services?: Readonly<Record<string, ServiceConfig>>;
  /** Names under which secrets stand, beside the known ones such as `password`, `token` and `apiKey`. */
  readonly secretNames?: readonly string[];
  /**
   * `false` writes secrets as they are, in messages, on the console and in reports, and prints a warning. @default true
   */
  readonly redact?: boolean;
  /** Write a JUnit file with `jest-junit`: `true` (its own default, `junit.xml`) or a path. @default false */
  readonly junit?: boolean | string;
}

/** The hooks of a block. Each may be async and is bounded by `hookTimeout`. */
export interface ConnectorHooks<Context> {
  /** Before the first scenario. If it fails, no scenario runs, and `cleanupTestEnvironment` still does. */
  setupTestEnvironment?: (context: Context) => unknown;
  /** After the last scenario, also after a failed setup. */
  cleanupTestEnvironment?: (context: Context) => unknown;
  /** Before each scenario. If it fails, the scenario fails without a request. */
  beforeScenario?: (scenario: Scenario, context: Context) => unknown;
  /** After each scenario, whatever came of it. */
  afterScenario?: (scenario: Scenario, result: ScenarioResult, context: Context) => unknown;
  /**
   * Makes the credentials of a scenario that has neither `args` nor `credentials` of its own. It is given what the
   * environment and the option `credentials` say, and what it returns is sent; one that takes no argument is asked only
   * where they say nothing.
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
  /** Sent with every request, over those of the configuration. A lazy is made for scenarios, not for `context.client`. */
  readonly headers?: TextValues;
  /** Sent with every request, over that of the configuration. A lazy is made for scenarios, not for `context.client`. */
  readonly query?: TextValues;
  /** Credentials over those of the environment, by name; a scenario's `credentials` stand instead of all of them. */
  readonly credentials?: Part<AnyArgs>;
  /** Environment variables without which no scenario of the block can run. */
  readonly requires?: readonly string[];
  /** An axios instance of your own, with your interceptors, to send through. */
  readonly axios?: AxiosInstance;
}

/** What every context has. */
export interface BlockContext {
  /** The block's client. */
  readonly client: import('../client/client').Client;
}
