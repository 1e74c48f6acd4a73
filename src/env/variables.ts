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

/** How much of each request and response is printed: as much as in a failure, or everything. */
export type DebugDetail = 'short' | 'full';

/** The options that the environment sets, and the problems in it. */
export interface EnvironmentReading {
  readonly options: EnvironmentOptions;
  /** Absent if nothing is printed. */
  readonly debug?: DebugDetail;
  /** Whether the logs of services are printed while they are written. */
  readonly logs: boolean;
  /** Whether a report is written; a string is its folder. Absent if the configuration decides. */
  readonly report?: boolean | string;
  /** Whether the checks of each scenario are judged again on changed copies of its response. */
  readonly strength?: true;
  /** The path of the report's summary. */
  readonly summaryPath?: string;
  readonly problems: readonly Problem[];
}

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Reads the options that the environment sets. An empty value counts as unset, because CI systems pass unset variables
 * as empty strings.
 */
export function readEnvironment(environment: Environment = process.env): EnvironmentReading {
  const problems: Problem[] = [];
  const serverHost = readServerHost(environment, problems);
  const workflowEndpoint = environment['CONNECTOR_WORKFLOW_ENDPOINT'] || undefined;
  const applicationName = environment['ATLAN_APPLICATION_NAME'] || undefined;
  const timeout = readNumber(environment, 'CONNECTOR_TIMEOUT', problems);
  const debug = readDebug(environment, problems);
  const report = readReport(environment, problems);

  return {
    problems,
    ...defined({ debug, report, summaryPath: environment['INTEGRATION_TEST_SUMMARY_PATH'] || undefined }),
    logs: readSwitch(environment, 'CONNECTOR_LOGS', problems),
    ...(readSwitch(environment, 'CONNECTOR_STRENGTH', problems) && { strength: true as const }),
    options: defined({
      serverHost,
      // Git's shell for Windows turns a value that starts with a slash into a Windows path.
      workflowEndpoint: workflowEndpoint?.replace(/^\/?/, '/'),
      timeout,
      applicationName,
      concurrency: readConcurrency(environment, problems),
    }),
  };
}

/** Those of `names` that are unset or empty; CI systems pass an unset secret as an empty string. */
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

/** The Python SDK's variables, in the order in which the app reads them, so one environment sets both app and tests. */
function sdkServerHost(environment: Environment): string | undefined {
  const host = environment['ATLAN_HANDLER_HOST'] || environment['ATLAN_APP_HTTP_HOST'];
  const port = environment['ATLAN_HANDLER_PORT'] || environment['ATLAN_APP_HTTP_PORT'];
  if (!host && !port) return undefined;
  // A server listens on 0.0.0.0 but can't be reached at that address.
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
    expected: '1 (each request and response, shortened), full (complete, with headers) or 0',
    received: describeGiven(text),
  });
  return undefined;
}

/** Words that are meant to be a switch, not the name of a folder. */
const SWITCH_WORDS = /^(?:yes|no|on|off|y|n|t|f|true|false|none|null|undefined|[\d.]+)$/i;

function readReport(environment: Environment, problems: Problem[]): boolean | string | undefined {
  const text = environment['CONNECTOR_REPORT']?.trim() ?? '';
  if (text === '') return undefined;
  if (/^(?:1|true)$/i.test(text)) return true;
  if (/^(?:0|false)$/i.test(text)) return false;
  if (!SWITCH_WORDS.test(text)) return text;
  problems.push({
    where: 'environment variable CONNECTOR_REPORT',
    expected: '1, 0 or the path of a folder',
    received: describeGiven(text),
    example: 'CONNECTOR_REPORT=./reports',
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
