import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, expect, jest } from '@jest/globals';
import { type AppServer, startAppServer } from '../support/app-server';
import { until } from '../support/scripted-app';
import { unwrapped } from '../support/unwrapped';
import { describeEachJest } from './describe-each-jest';
import { installPackage } from './installed-project';
import { IS_CONCURRENT, messagesOf, runJest, statuses } from './run-jest';

jest.setTimeout(60_000);

let server: AppServer;
beforeEach(async () => {
  server = await startAppServer();
});
afterEach(() => server.close());

const asked = (part: string) => server.requests.filter(({ path }) => path.includes(part));

describeEachJest('a scenario that needs another', (major, { test, testWays }) => {
  let project: string;
  let folder: string;
  let sayFile: string;
  beforeAll(async () => {
    project = (await installPackage({ jest: major })).project('workflows');
  }, 300_000);
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'jest-connector-e2e-'));
    sayFile = join(folder, 'said.txt');
    server.respond('POST /workflows/v1/flaky', { status: 404, json: { detail: 'Not Found' } });
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const run = (args: readonly string[], env: Record<string, string> = {}) =>
    runJest(project, ['needs.test', ...args], {
      env: { CONNECTOR_SERVER_HOST: server.url, SAY_FILE: sayFile, ...env },
    });
  const said = () => readFileSync(sayFile, 'utf8').trim().split('\n');

  test('gets its answer, or says once why it could not run', async () => {
    const result = await run([]);
    const messages = messagesOf(result);

    expect(statuses(result)).toEqual({
      'needs extraction': 'passed',
      'needs looks': 'passed',
      'needs misspelt': 'failed',
      'needs refused': 'failed',
      'needs after_refusal @refused': 'failed',
      'needs after_refusal_too @refused': 'failed',
      'needs at_last @refused': 'failed',
      'needs left_out (skipped)': 'pending',
      'needs after_left_out (skipped: needs left_out, which is skipped)': 'pending',
    });
    expect(asked('/metadata').map(({ body }) => body)).toEqual([{ object_filter: 'extraction', max_objects: 3 }]);
    expect(asked('/start')).toHaveLength(1);
    expect(messages['needs misspelt']).toContain('did you mean results.extraction?');
    const once = /because it needs "refused", which failed \(see that\s+test\)\./;
    expect(messages['needs after_refusal @refused']).toMatch(/\[NEEDED_SCENARIO_FAILED\]/);
    expect(messages['needs after_refusal @refused']).toMatch(once);
    expect(messages['needs after_refusal @refused']).not.toContain('404');
    expect(messages['needs at_last @refused']).toMatch(
      /because it needs "after_refusal", which failed \(see that\s+test\)\./,
    );
  });

  test('runs it first in its own test when -t left it out, with its hooks', async () => {
    const result = await run(['-t', 'needs looks$']);

    expect(result.json).toMatchObject({ numPassedTests: 1, numFailedTests: 0 });
    const extraction = ['before extraction', 'after extraction passed'];
    // Its turn begins when what it needs has ended.
    const looks = IS_CONCURRENT ? [...extraction, 'before looks'] : ['before looks', ...extraction];
    expect(said()).toEqual([...looks, 'after looks passed']);
    expect(asked('/start')).toHaveLength(1);
  });

  test('tells all of a failure that no other test shows, once', async () => {
    const messages = messagesOf(await run(['-t', '@refused']));

    expect(asked('/flaky')).toHaveLength(1);
    expect(messages['needs after_refusal @refused']).toMatch(
      /"refused", which ran in this test and\s+failed:[^]*\/flaky → 404 Not Found/,
    );
    const other = messages['needs after_refusal_too @refused'];
    expect(unwrapped(other ?? '')).toContain('"refused", which failed in the test "after_refusal" (see that test).');
    expect(other).not.toContain('404');
  });

  const everyWay = [
    ['in its own test', []],
    ['in the test of the one that needs it', ['-t', 'after_refusal @refused$']],
  ] as const;
  testWays(everyWay)('is right when Jest repeats tests, %s', async (_where, args) => {
    let times = 0;
    server.respond('POST /workflows/v1/flaky', () => ({ json: { success: (times += 1) > 1 } }));
    const result = await run(args, { RETRY: '1' });

    expect(statuses(result)).toMatchObject({ 'needs after_refusal @refused': 'passed' });
    expect(times).toBe(2);
  });
});

describeEachJest('a scenario with a workflow', (major, { test, testInMatrix, testWays }) => {
  let project: string;
  beforeAll(async () => {
    project = (await installPackage({ jest: major })).project('workflows');
  }, 300_000);

  const run = (args: readonly string[], started?: (pid: number) => void) =>
    runJest(project, args, { env: { CONNECTOR_SERVER_HOST: server.url }, ...(started && { started }) });

  test('waits for its end, explains another one, and stops what takes too long', async () => {
    const result = await run(['waiting.test']);
    const messages = messagesOf(result);

    expect(statuses(result)).toEqual({
      'waiting completes': 'passed',
      'waiting fails': 'failed',
      'waiting is_to_fail': 'passed',
      'waiting too_slow': 'failed',
    });
    expect(messages['waiting fails']).toMatch(
      /failed \[WORKFLOW_UNEXPECTED_STATE\]\.\n[^]*ended as FAILED, not as COMPLETED[^]*Workflow failed[^]*Workflow fails \(run run-\d+\):\n\s+RUNNING after \d+ ms, FAILED after \d+ ms; polled 2 times/,
    );
    expect(messages['waiting too_slow']).toMatch(/WORKFLOW_TIMEOUT[^]*within 2,500 ms[^]*the workflow was stopped/);
    expect(result.stderr).toMatch(
      /^jest-connector: waiting for COMPLETED of workflow too_slow: RUNNING \(after \d s\)$/m,
    );
    expect(asked('/stop/').map(({ path }) => path)).toEqual([expect.stringContaining('/stop/too_slow/')]);
  });

  const interruptions = [
    ['with workers, as a terminal does', ['-w', '2', '--workerIdleMemoryLimit=8GB', '-t', 'never_ends'], true],
    ['in band, as a terminal does', ['-i'], true],
    ['with workers, and only Jest is told', ['-w', '2', '--workerIdleMemoryLimit=8GB', '-t', 'never_ends'], false],
  ] as const;
  testWays(interruptions)('Ctrl-C %s leaves no workflow running', async (_how, args, wholeGroup) => {
    let pid = 0;
    const files = args.some((arg) => arg === '-i') ? ['endless.test'] : ['endless.test', 'waiting.test'];
    const running = run([...files, ...args], (started) => (pid = started));
    await until(() => asked('/status/endless/').length > 2, 20_000);
    process.kill(wholeGroup ? -pid : pid, 'SIGINT');
    const result = await running;

    expect(result.exitCode).toBe(130);
    expect(asked('/stop/endless/').map(({ headers }) => headers.authorization)).toEqual(['Bearer of-the-scenario']);
    expect(unwrapped(result.stderr)).toContain('was stopped because the wait was interrupted.');
  });

  testInMatrix('a worker that is killed leaves no workflow running', async () => {
    const running = run(['endless.test', 'waiting.test', '-w', '2', '--workerIdleMemoryLimit=8GB', '-t', 'never_ends']);
    await until(() => asked('/status/endless/').length > 2, 20_000);
    process.kill(Number(asked('/status/endless/')[0]?.headers['x-worker']), 'SIGKILL');
    const result = await running;

    expect(result.exitCode).toBe(1);
    expect(asked('/stop/endless/').map(({ headers }) => headers.authorization)).toEqual(['Bearer of-the-scenario']);
    expect(unwrapped(result.stderr)).toContain('was stopped because the wait was interrupted.');
  });
});
