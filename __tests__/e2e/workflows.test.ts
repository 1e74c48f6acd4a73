import { afterEach, beforeAll, beforeEach, expect, jest, test } from '@jest/globals';
import { type AppServer, startAppServer } from '../support/app-server';
import { until } from '../support/scripted-app';
import { describeEachJest } from './describe-each-jest';
import { installPackage } from './installed-project';
import { messagesOf, runJest, statuses } from './run-jest';

jest.setTimeout(60_000);

let server: AppServer;
beforeEach(async () => {
  server = await startAppServer();
});
afterEach(() => server.close());

const asked = (part: string) => server.requests.filter(({ path }) => path.includes(part));

describeEachJest('a scenario with a workflow', (major) => {
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
      /failed \[WORKFLOW_UNEXPECTED_STATE\]\.\n[^]*ended as FAILED, not as COMPLETED[^]*Workflow failed[^]*Workflow fails \(run run-\d+\):\n\s+RUNNING after \d+ ms, FAILED after \d+ ms; looked 2 times/,
    );
    expect(messages['waiting too_slow']).toMatch(/WORKFLOW_TIMEOUT[^]*within 2,500 ms[^]*the workflow was stopped/);
    expect(result.stderr).toContain('jest-connector: waiting for COMPLETED of workflow too_slow: RUNNING (after 2 s)');
    expect(asked('/stop/').map(({ path }) => path)).toEqual([expect.stringContaining('/stop/too_slow/')]);
  });

  test.each([
    ['in band, as a terminal does', ['-i'], true],
    ['with workers, as a terminal does', ['-w', '2', '--workerIdleMemoryLimit=8GB', '-t', 'never_ends'], true],
    ['with workers, and only Jest is told', ['-w', '2', '--workerIdleMemoryLimit=8GB', '-t', 'never_ends'], false],
  ])('Ctrl-C %s leaves no workflow running', async (_how, args, wholeGroup) => {
    let pid = 0;
    const files = args.includes('-i') ? ['endless.test'] : ['endless.test', 'waiting.test'];
    const running = run([...files, ...args], (started) => (pid = started));
    await until(() => asked('/status/endless/').length > 2, 20_000);
    process.kill(wholeGroup ? -pid : pid, 'SIGINT');
    const result = await running;

    expect(result.exitCode).toBe(130);
    expect(asked('/stop/endless/').map(({ headers }) => headers.authorization)).toEqual(['Bearer of-the-scenario']);
    expect(result.stderr).toContain('was stopped, for the wait for it was broken off.');
  });
});
