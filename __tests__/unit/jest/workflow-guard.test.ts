import { connect } from 'node:net';
import { createClient, type Client } from '../../../src/client/client';
import { AwaitedWorkflows } from '../../../src/jest/awaited-workflows';
import { WorkflowGuard } from '../../../src/jest/workflow-guard';
import { type AppServer, startAppServer } from '../../support/app-server';
import { until } from '../../support/scripted-app';

let app: AppServer;
let client: Client;
let guard: WorkflowGuard;
let lines: string[];
beforeEach(async () => {
  lines = [];
  jest.spyOn(process.stderr, 'write').mockImplementation((text) => lines.push(String(text)) > 0);
  app = await startAppServer();
  client = createClient({ serverHost: app.url });
  guard = await WorkflowGuard.open();
});
afterEach(async () => {
  await guard.close();
  client.close();
  await app.close();
  jest.restoreAllMocks();
});

const stops = () => app.requests.filter(({ path }) => path.includes('/stop/'));
const access = () => ({ serverHost: app.url, headers: { 'x-tenant': 't' }, query: {} });
const listeners = () => process.listenerCount('SIGINT');

async function started(workflowId: string) {
  const { body } = await client.workflow({ workflow_id: workflowId, metadata: { states: ['RUNNING'] } });
  return { client, workflowId, runId: body.data.run_id as string, call: { headers: { authorization: 'secret-1' } } };
}

test('a workflow that is waited for is stopped when all is to end, with the headers of its requests', async () => {
  const before = listeners();
  const workflows = new AwaitedWorkflows(access(), guard.address);
  workflows.add(await started('one'));
  const release = workflows.add(await started('two'));
  release();
  await until(() => listeners() === before + 1);

  await guard.stop();
  await guard.stop();

  expect(stops().map(({ path }) => path)).toEqual([expect.stringContaining('/stop/one/run-')]);
  expect(stops()[0]?.headers).toMatchObject({ authorization: 'secret-1', 'x-tenant': 't' });
  expect(lines.join('')).toMatch(/workflow one at http:\/\/127\.0\.0\.1:\d+ was stopped, for the wait/);
  expect(listeners()).toBe(before);
  await workflows.close();
});

test('one whose wait has ended is left alone, and no handler stays', async () => {
  const before = listeners();
  const workflows = new AwaitedWorkflows(access(), guard.address);
  const release = workflows.add(await started('one'));
  await until(() => listeners() === before + 1);
  release();
  await until(() => listeners() === before);
  await guard.stop();
  expect(stops()).toEqual([]);
  await workflows.close();
});

test('what a worker waited for is stopped when its connection ends', async () => {
  const workflow = await started('one');
  const socket = connect(guard.address.port, '127.0.0.1');
  const { workflowId, runId } = workflow;
  socket.write(`${guard.address.token}\n${JSON.stringify({ key: 1, started: { ...access(), workflowId, runId } })}\n`);
  await new Promise((resolve) => setTimeout(resolve, 50));
  socket.resetAndDestroy();
  await until(() => stops().length === 1);
});

test('a stranger is not listened to', async () => {
  const before = listeners();
  const socket = connect(guard.address.port, '127.0.0.1');
  socket.write(`nonsense\n${JSON.stringify({ key: 1, started: { ...access(), workflowId: 'x', runId: 'y' } })}\n`);
  await new Promise((resolve) =>
    socket
      .on('error', () => undefined)
      .on('close', resolve)
      .resume(),
  );
  expect(listeners()).toBe(before);
});

test('what a test has left behind is stopped at the end of its block, without a guard too', async () => {
  const workflows = new AwaitedWorkflows(access(), undefined);
  workflows.add(await started('one'));
  await workflows.close();
  await workflows.close();
  expect(stops()).toHaveLength(1);
});
