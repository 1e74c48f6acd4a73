import type { AxiosInstance } from 'axios';
import type { ApiDefinitions } from '../apis/api-definition';
import type { TextValues, Scenario } from '../scenario/scenario';
import type { ScenarioResult } from '../runner/scenario-result';
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
  /** The folder under which the app writes what its workflows extract; a relative path starts where Jest was started. */
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
}

/** The second or third argument of `describeConnector`. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export interface ConnectorOptions<Context = Record<string, any>>
  extends
    Omit<ConnectorConfig, 'app' | 'services' | 'junit' | 'redact' | 'secretNames' | 'headers' | 'query'>,
    ConnectorHooks<Context & BlockContext> {
  /** Sent with every request, over those of the configuration. A lazy is made for scenarios, not for `context.client`. */
  readonly headers?: TextValues;
  /** Sent with every request, over that of the configuration. A lazy is made for scenarios, not for `context.client`. */
  readonly query?: TextValues;
  /** An axios instance of your own, with your interceptors, to send through. */
  readonly axios?: AxiosInstance;
}

/** What every context has. */
export interface BlockContext {
  /** The block's client. */
  readonly client: import('../client/client').Client;
}
