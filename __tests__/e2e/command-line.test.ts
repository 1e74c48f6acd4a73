import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import type { RunModel } from '../../src/run-report/model/run-model';
import { resultLines } from '../../src/run-report/results-file/result-lines';
import { type AppServer, startAppServer } from '../support/app-server';
import { testInMatrix } from '../support/in-matrix';
import { readModel } from '../support/read-model';
import { runModel } from '../support/run-models';
import { until } from '../support/scripted-app';
import { installPackage } from './installed-project';
import { cliCommand, runCli } from './run-cli';
import { type CommandOptions, type CommandResult, runCommand } from './run-command';
import { runJest } from './run-jest';

jest.setTimeout(60_000);

let server: AppServer;
let project: string;

beforeAll(async () => {
  server = await startAppServer();
  server.respond('POST /workflows/v1/auth', { json: { success: true, data: { status: 'valid' } } });
  project = (await installPackage()).project('shards');
}, 300_000);
afterAll(() => server.close());

/** As a person would, in a folder below the one that the package is installed in. */
const npx = (...args: string[]): Promise<CommandResult> =>
  runCommand(['npx', '--no-install', 'jest-connector', ...args], { cwd: project });

const cli = (args: readonly string[], options: Omit<CommandOptions, 'cwd'> = {}): Promise<CommandResult> =>
  runCli(project, args, options);

test('npx runs the command of the installed package', async () => {
  const { exitCode, stdout, stderr } = await npx('--help');
  expect(stderr).toBe('');
  expect(stdout).toMatch(/^Usage: jest-connector <command> \[options\]\n/);
  expect(stdout).toMatch(/^ {2}show .*Opens the page of a report/m);
  expect(exitCode).toBe(0);
});

test('wrong usage and failures have exit codes of their own, and leave standard output empty', async () => {
  const [usage, failure] = await Promise.all([cli(['shwo']), cli(['show', 'nowhere'])]);
  expect([usage.exitCode, usage.stdout, usage.stderr]).toEqual([2, '', expect.stringContaining('Did you mean show?')]);
  expect([failure.exitCode, failure.stdout]).toEqual([1, '']);
  expect(failure.stderr).toMatch(/Why: The folder\s+"/);
  expect(failure.stderr).toContain('See: node_modules/jest-connector/docs/reference/errors.md#report_missing');
});

test('show prints the address of the page, and opens nothing outside of a terminal', async () => {
  mkdirSync(join(project, 'page'));
  writeFileSync(join(project, 'page/index.html'), '<p>');
  const { exitCode, output } = await cli(['show', 'page']);
  expect(output).toBe(`${pathToFileURL(join(project, 'page/index.html')).href}\n`);
  expect(exitCode).toBe(0);
});

const onLinux = existsSync('/dev/full') ? test : test.skip;
onLinux('a full disk behind standard output is one line', async () => {
  const { exitCode, stderr } = await runCommand(
    ['sh', '-c', `${cliCommand(project).join(' ')} --version > /dev/full`],
    { cwd: project },
  );
  expect(stderr).toMatch(/^Standard output can't be written: .*ENOSPC.*\n$/);
  expect(exitCode).toBe(1);
});

test('an interrupted merge leaves the whole report, and nothing else', async () => {
  const [whole, out] = [join(project, 'many'), join(project, 'interrupted')];
  for (const folder of [whole, out]) mkdirSync(folder);
  writeFileSync(join(whole, 'results.jsonl'), [...resultLines(runModel({ passed: 3_000 }))].join(''));
  let pid = 0;
  const merging = cli(['merge', 'many', '--out', 'interrupted'], { started: (started) => (pid = started) });
  await until(() => readdirSync(out).length > 0);
  try {
    process.kill(pid, 'SIGINT');
  } catch {
    // A fast machine has written everything already.
  }
  const { exitCode, stderr } = await merging;
  // 0 if everything was written before the signal was handled.
  expect([exitCode, stderr]).toEqual([exitCode === 0 ? 0 : 130, '']);
  expect((await readModel(join(out, 'results.jsonl'))).tests).toHaveLength(3_000);
  const { files } = JSON.parse(readFileSync(join(out, 'manifest.json'), 'utf8')) as { files: string[] };
  expect(readdirSync(out).sort()).toEqual(['manifest.json', ...files].sort());
});

/** What doesn't depend on when, and in which worker, a test ran. */
function timeless({ run: { success, serverUrl, errors }, tests }: RunModel): unknown {
  const text = JSON.stringify({ success, serverUrl, errors, tests }, (key, value: unknown) =>
    ['durationMs', 'startedAt', 'sentAt', 'worker', 'slot', 'date'].includes(key) ? undefined : value,
  );
  return JSON.parse(text.replace(/ in \d+ ms/g, ' in N ms'));
}

/** Runs the tests, and reads the report. */
async function report(folder: string, ...args: string[]): Promise<RunModel> {
  const run = await runJest(project, ['-i', ...args], {
    env: { CONNECTOR_SERVER_HOST: server.url, CONNECTOR_REPORT: `./${folder}` },
  });
  try {
    return await readModel(join(project, folder, 'results.jsonl'));
  } catch (error) {
    throw new Error(run.output, { cause: error });
  }
}

testInMatrix('merged shards are the whole run, test by test', async () => {
  const shards = ['1/3', '2/3', '3/3'];
  const [whole, ...parts] = await Promise.all([
    report('whole'),
    ...shards.map((shard) => report(`shard-${shard[0]}`, `--shard=${shard}`)),
  ]);
  expect(parts.map(({ tests }) => tests.length).every((count) => count > 0 && count < whole.tests.length)).toBe(true);

  const summary = join(project, 'step-summary.md');
  const merging = await cli(['merge', 'shard-1', 'shard-2', 'shard-3', '--out', 'merged', '--json'], {
    env: { GITHUB_ACTIONS: 'true', GITHUB_STEP_SUMMARY: summary },
  });
  expect(merging.stderr).toBe('');
  expect(merging.exitCode).toBe(0);
  expect(JSON.parse(merging.stdout)).toMatchObject({
    ...{ report: 'merged', success: false, total: 14, missingShards: [] },
    ...{ passed: 4, failed: 4, skipped: 4, flaky: 1, todo: 1 },
  });
  const merged = await readModel(join(project, 'merged/results.jsonl'));
  expect(timeless(merged)).toEqual(timeless(whole));
  expect(merged.run.shards?.map(({ index, count }) => `${index}/${count}`)).toEqual(shards);
  expect(merged.tests[0]?.attempts.map(({ exchanges }) => exchanges?.[0]?.response?.status)).toEqual([200, 200]);
  expect(readFileSync(summary, 'utf8')).toContain('❌ Connector tests failed');

  rmSync(join(project, 'shard-2'), { recursive: true });
  const incomplete = await cli(['merge', 'shard-1', 'shard-3', '--out', 'merged']);
  expect(incomplete.exitCode).toBe(1);
  expect(incomplete.stderr).toMatch(/^Missing: shard 2\/3\./);
  expect(incomplete.stdout).toMatch(/\nErrors outside of tests: 1\n[^]*\nReport: merged\n$/);
});
