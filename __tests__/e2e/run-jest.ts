import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type CommandOptions, type CommandResult, runCommand } from './run-command';

/** Jest's `--json`, as far as tests ask. */
export interface JestJson {
  readonly success: boolean;
  readonly numTotalTests: number;
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly testResults: readonly {
    readonly name: string;
    readonly message: string;
    readonly assertionResults: readonly {
      readonly fullName: string;
      readonly title: string;
      readonly status: string;
      readonly failureMessages: readonly string[];
    }[];
  }[];
}

/** How a run of Jest ended. */
export interface JestRun extends CommandResult {
  /** `undefined` when Jest ended before it had results. */
  readonly json: JestJson | undefined;
}

export interface JestRunOptions extends Omit<CommandOptions, 'cwd'> {
  /** Of Node, such as `--experimental-vm-modules`. */
  readonly nodeArgs?: readonly string[];
}

const CONCURRENCY = process.env['E2E_CONCURRENCY'];

/** Whether scenarios run at the same time: all that doesn't depend on their order must hold then, too. */
export const IS_CONCURRENT = CONCURRENCY !== undefined;
const CONCURRENT = IS_CONCURRENT
  ? { env: { CONNECTOR_CONCURRENCY: CONCURRENCY }, args: [`--maxConcurrency=${CONCURRENCY}`] }
  : { env: {}, args: [] };

/** Runs the Jest that `folder` would run, there. */
export async function runJest(
  folder: string,
  args: readonly string[] = [],
  { nodeArgs = [], ...options }: JestRunOptions = {},
): Promise<JestRun> {
  const results = mkdtempSync(join(tmpdir(), 'jest-results-'));
  const file = join(results, 'results.json');
  try {
    const jest = ['--no-watchman', '--json', `--outputFile=${file}`, ...CONCURRENT.args, ...args];
    const run = await runCommand([process.execPath, ...nodeArgs, findJest(folder), ...jest], {
      cwd: folder,
      ...options,
      env: { ...CONCURRENT.env, ...options.env },
    });
    const json = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as JestJson) : undefined;
    return { ...run, json };
  } finally {
    rmSync(results, { recursive: true });
  }
}

/** Each test's end, by its full name. */
export function statuses({ json }: JestRun): Record<string, string> {
  const tests = (json?.testResults ?? []).flatMap((file) => file.assertionResults);
  return Object.fromEntries(tests.map(({ fullName, status }) => [fullName, status]));
}

/** What each test that failed said, by its full name. */
export function messagesOf({ json }: JestRun): Record<string, string> {
  const tests = (json?.testResults ?? []).flatMap((file) => file.assertionResults);
  return Object.fromEntries(tests.map(({ fullName, failureMessages }) => [fullName, failureMessages.join('\n')]));
}

function findJest(folder: string): string {
  const path = join(folder, 'node_modules/jest/bin/jest.js');
  if (existsSync(path)) return path;
  if (folder === dirname(folder)) throw new Error('Jest is not installed there.');
  return findJest(dirname(folder));
}
