import { defined } from '../defined';
import { urlHost } from '../url-host';
import { concurrency } from '../validation/field-rules';
import { describeGiven, type Problem } from '../validation/problems';

/** Options that environment variables can set. */
export interface EnvironmentOptions {
  readonly serverHost?: string;
  readonly workflowEndpoint?: string;
  readonly timeout?: number;
  readonly applicationName?: string;
  readonly concurrency?: number | true;
}

/** How much of each request and answer is written: as much as a failure shows, or all. */
export type DebugDetail = 'short' | 'full';

/** What the environment says, and what is wrong with it. */
export interface EnvironmentReading {
  readonly options: EnvironmentOptions;
  /** Absent when nothing is to be written. */
  readonly debug?: DebugDetail;
  /** Whether the logs of services are shown while they are written. */
  readonly logs: boolean;
  readonly problems: readonly Problem[];
}

/** Every environment variable that is read, with what it sets; the README's table is checked against this. */
export const VARIABLES = {
  CONNECTOR_SERVER_HOST: 'serverHost',
  CONNECTOR_WORKFLOW_ENDPOINT: 'workflowEndpoint',
  CONNECTOR_TIMEOUT: 'timeout',
  CONNECTOR_CONCURRENCY: 'concurrency',
  CONNECTOR_DEBUG: 'each request and answer is written',
  CONNECTOR_LOGS: 'what started services write is shown',
  CONNECTOR_ENV: 'the file .env.<CONNECTOR_ENV> is loaded before .env.local and .env',
  CONNECTOR_TEMPORAL_PATH: 'the Temporal CLI of temporalDevServer',
  CONNECTOR_DAPRD_PATH: 'the Dapr runtime of daprSidecar',
  ATLAN_APPLICATION_NAME: 'applicationName',
  ATLAN_HANDLER_HOST: 'the host of serverHost, where CONNECTOR_SERVER_HOST is not set',
  ATLAN_HANDLER_PORT: 'the port of serverHost, where CONNECTOR_SERVER_HOST is not set',
  ATLAN_APP_HTTP_HOST: 'the same, where ATLAN_HANDLER_HOST is not set',
  ATLAN_APP_HTTP_PORT: 'the same, where ATLAN_HANDLER_PORT is not set',
  E2E_SOURCE_RAW_JSON: 'the fields of source()',
  E2E_SOURCE_DATASOURCE: 'the name of source()',
  CI: 'a started app is never replaced by one that already runs; a scenario whose variables are missing fails',
} as const;

type Environment = Readonly<Record<string, string | undefined>>;

/** Reads the options that the environment sets; an empty value counts as not set (CI systems hand unset ones over so). */
export function readEnvironment(environment: Environment = process.env): EnvironmentReading {
  const problems: Problem[] = [];
  const serverHost = readServerHost(environment, problems);
  const workflowEndpoint = environment['CONNECTOR_WORKFLOW_ENDPOINT'] || undefined;
  const applicationName = environment['ATLAN_APPLICATION_NAME'] || undefined;
  const timeout = readNumber(environment, 'CONNECTOR_TIMEOUT', problems);
  const debug = readDebug(environment, problems);

  return {
    problems,
    ...defined({ debug }),
    logs: readSwitch(environment, 'CONNECTOR_LOGS', problems),
    options: defined({
      serverHost,
      // In Git's shell for Windows, what starts with a slash is made a path of Windows.
      workflowEndpoint: workflowEndpoint?.replace(/^\/?/, '/'),
      timeout,
      applicationName,
      concurrency: readConcurrency(environment, problems),
    }),
  };
}

/** Those of `names` that are not set, or set to nothing: CI systems hand secrets that are not set over so. */
export function missingVariables(names: readonly string[], environment: Environment = process.env): string[] {
  return [...new Set(names)].filter((name) => (environment[name] ?? '').trim() === '');
}

function readServerHost(environment: Environment, problems: Problem[]): string | undefined {
  const given = environment['CONNECTOR_SERVER_HOST'];
  if (!given) return sdkServerHost(environment);
  if (/^https?:\/\/./i.test(given)) return given;
  problems.push({
    where: 'environment variable CONNECTOR_SERVER_HOST',
    expected: 'a URL that starts with http:// or https://',
    received: describeGiven(given),
    didYouMean: `http://${given.replace(/^[a-z]+:\/\//i, '')}`,
  });
  return undefined;
}

/** The Python SDK's own variables, in the order in which the app reads them: one environment moves the app and its tests. */
function sdkServerHost(environment: Environment): string | undefined {
  const host = environment['ATLAN_HANDLER_HOST'] || environment['ATLAN_APP_HTTP_HOST'];
  const port = environment['ATLAN_HANDLER_PORT'] || environment['ATLAN_APP_HTTP_PORT'];
  if (!host && !port) return undefined;
  // 0.0.0.0 is where a server listens, not where it can be reached.
  const reachable = !host || host === '0.0.0.0' ? '127.0.0.1' : host;
  return `http://${urlHost(reachable)}:${port || '8000'}`;
}

function readSwitch(environment: Environment, name: string, problems: Problem[]): boolean {
  const text = environment[name]?.toLowerCase() ?? '';
  if (['1', 'true'].includes(text)) return true;
  if (!['', '0', 'false'].includes(text)) {
    problems.push({ where: `environment variable ${name}`, expected: '1 or 0', received: describeGiven(text) });
  }
  return false;
}

function readDebug(environment: Environment, problems: Problem[]): DebugDetail | undefined {
  const text = environment['CONNECTOR_DEBUG']?.toLowerCase() ?? '';
  if (['', '0', 'false'].includes(text)) return undefined;
  if (['1', 'true'].includes(text)) return 'short';
  if (text === 'full') return 'full';
  problems.push({
    where: 'environment variable CONNECTOR_DEBUG',
    expected: '1 (each request and answer, cut), full (whole, with headers), or 0',
    received: describeGiven(text),
  });
  return undefined;
}

function readNumber(environment: Environment, name: string, problems: Problem[]): number | undefined {
  const text = environment[name];
  if (!text) return undefined;
  if (/^\d+$/.test(text)) return Number(text);
  problems.push({
    where: `environment variable ${name}`,
    expected: 'a whole number of milliseconds',
    received: describeGiven(text),
    example: `${name}=60000`,
  });
  return undefined;
}

function readConcurrency(environment: Environment, problems: Problem[]): number | true | undefined {
  const text = environment['CONNECTOR_CONCURRENCY'];
  if (!text) return undefined;
  const value = text.toLowerCase() === 'true' || Number(text);
  if (/^(?:\d+|true)$/i.test(text) && concurrency.accepts(value)) return value;
  problems.push({
    where: 'environment variable CONNECTOR_CONCURRENCY',
    expected: concurrency.expected,
    received: describeGiven(text),
    example: 'CONNECTOR_CONCURRENCY=8',
  });
  return undefined;
}
