import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { type AppServer, startAppServer } from '../support/app-server';
import { testInMatrix } from '../support/in-matrix';
import { readModel } from '../support/read-model';
import { until } from '../support/scripted-app';
import { installPackage } from './installed-project';
import { type Reported, reportedRun, statusesOf } from './reported-run';
import { type JestRunOptions, runJest } from './run-jest';

jest.setTimeout(120_000);

let server: AppServer;
beforeAll(async () => {
  server = await startAppServer();
  server.respond('GET /slow', ({ query }) => ({ json: { id: 1 }, delay: Number(query['for'] ?? 0) }));
});
afterAll(() => server.close());

const report = (project: string, args: readonly string[], options: JestRunOptions = {}): Promise<Reported> =>
  reportedRun(project, args, { ...options, env: { CONNECTOR_SERVER_HOST: server.url, ...options.env } });

describe('the report of a run that ends early', () => {
  let project: string;
  beforeAll(async () => {
    project = (await installPackage()).project('report');
  }, 300_000);
  const ONE = { TEST_FILES: '**/scenarios.test.js' };

  /** Jest, for a signal while it runs. */
  function startJest(args: readonly string[], env: Readonly<Record<string, string>>): ChildProcessWithoutNullStreams {
    const file = require.resolve('jest/bin/jest', { paths: [project] });
    const child = spawn(process.execPath, [file, '--no-watchman', ...args], {
      cwd: project,
      env: { ...process.env, CONNECTOR_SERVER_HOST: server.url, ...env },
    });
    child.stdout.resume();
    child.stderr.resume();
    return child;
  }

  test('of a failed start has its error', async () => {
    const { model, exitCode } = await report(project, [], { env: { CONNECTOR_TIMEOUT: 'soon' } });
    expect(exitCode).not.toBe(0);
    expect(model).toMatchObject({ tests: [], run: { success: false } });
    expect(model.run.errors).toEqual([
      { message: expect.stringMatching(/INVALID_CONFIGURATION[^]*CONNECTOR_TIMEOUT/) },
    ]);
  });

  test('of an earlier run is gone if this one ends early, and the run has not passed', async () => {
    await report(project, ['-t', 'auth_valid'], { env: ONE });
    const env = { CONNECTOR_SERVER_HOST: server.url, TEST_FILES: '**/exits.test.js' };
    const run = await runJest(project, ['-i'], { env });
    expect(run.exitCode).toBe(1);
    expect(run.stderr).toContain(
      'The process ended before the run did: this run did not pass; not finished: exits.test.js (0 tests had ended).',
    );
    expect(readdirSync(join(project, 'connector-report'))).toEqual([]);
  });

  test('is named by the last lines, also with --forceExit', async () => {
    const { stderr } = await report(project, ['--forceExit', '-t', 'auth_valid'], { env: ONE });
    expect(stderr).toMatch(/Force exiting Jest[^]*\nReport: connector-report\n/);
  });

  test('of a run that --bail ended says what was left out', async () => {
    const args = ['--bail', '-i', '--testSequencer', join(project, 'by-name.js')];
    const { model, exitCode, stderr } = await report(project, args);
    expect(exitCode).toBe(1);
    expect(model.run.errors).toEqual([
      { message: expect.stringMatching(/^Stopped by --bail: not started: \d+ test files\.$/) },
    ]);
    expect(stderr).toContain('Errors outside of tests: 1');
    expect(stderr).toContain('Report: connector-report');
  });

  testInMatrix('of a start that a signal ended says so', async () => {
    await report(project, ['-t', 'auth_valid'], { env: ONE });
    const child = startJest([], { CONNECTOR_SERVER_HOST: 'http://127.0.0.1:1' });
    await once(child.stderr, 'data');
    child.kill('SIGTERM');
    expect(await once(child, 'exit')).toEqual([143, null]);
    const model = await readModel(join(project, 'connector-report/results.jsonl'));
    expect(model).toMatchObject({ tests: [], run: { success: false, interruptedBy: 'SIGTERM' } });
    expect(model.run.errors).toEqual([{ message: 'Interrupted by SIGTERM before the first test.' }]);
  });

  testInMatrix('of a signal during the set-up of the user says so, too', async () => {
    rmSync(join(project, 'connector-report'), { recursive: true, force: true });
    const child = startJest(['--globalSetup=./slow-set-up.js'], {});
    await once(child.stdout, 'data');
    child.kill('SIGINT');
    expect(await once(child, 'exit')).toEqual([130, null]);
    const { run } = await readModel(join(project, 'connector-report/results.jsonl'));
    expect(run).toMatchObject({ success: false, interruptedBy: 'SIGINT' });
  });

  test('of an interrupted run says what ran', async () => {
    const folder = join(project, 'connector-report');
    rmSync(folder, { recursive: true, force: true });
    // Other runs have their journals in the system's folder meanwhile.
    const temporary = mkdtempSync(join(tmpdir(), 'interrupted-'));
    const child = startJest([], { TEST_FILES: '**/slow.test.js', TMPDIR: temporary });
    const ended = new Promise((resolve) => child.once('exit', resolve));
    await until(() => server.requests.some(({ query }) => query['for'] === '20000'));
    expect(journalsIn(temporary)).toHaveLength(1);
    child.kill('SIGINT');
    expect(await ended).toBe(130);

    const model = await readModel(join(folder, 'results.jsonl'));
    expect(statusesOf(model)).toEqual([
      'slow.test.js slow ended: passed',
      'slow.test.js slow running: crashed (the run was interrupted by SIGINT)',
      'slow.test.js slow waiting: notRun (the run was interrupted by SIGINT)',
    ]);
    expect(model.run).toMatchObject({ success: false, interruptedBy: 'SIGINT' });
    expect(model.run.errors).toEqual([
      { message: expect.stringMatching(/^Interrupted by SIGINT: this run did not pass/) },
    ]);
    expect(journalsIn(temporary)).toEqual([]);
    rmSync(temporary, { recursive: true });
  });
});

/** The folders of runs that have journals. */
function journalsIn(temporary: string): string[] {
  const parent = join(temporary, `jest-connector-${process.getuid?.() ?? 'user'}`);
  if (!existsSync(parent)) return [];
  return readdirSync(parent).filter((run) => existsSync(join(parent, run, 'journals')));
}
