import net from 'node:net';
import { type Client, createClient } from '../../../../src/client/client';
import { AwaitedWorkflows } from '../../../../src/jest/channel/awaited-workflows';
import { ChannelServer } from '../../../../src/jest/channel/channel-server';
import { WorkflowStopper } from '../../../../src/jest/channel/workflow-stopper';
import { type AppServer, startAppServer } from '../../../support/app-server';
import { until } from '../../../support/scripted-app';

let app: AppServer;
let client: Client;
let server: ChannelServer;
let stopper: WorkflowStopper;
let connections: number;
let lines: string[];
beforeEach(async () => {
  lines = [];
  jest.spyOn(process.stderr, 'write').mockImplementation((text) => lines.push(String(text)) > 0);
  app = await startAppServer();
  client = createClient({ serverHost: app.url });
  stopper = new WorkflowStopper();
  const ignored = () => ({ receive: () => undefined });
  connections = 0;
  server = await ChannelServer.open({ workflow: connect, secrets: ignored, notice: ignored });
});
afterEach(async () => {
  await stopper.stop();
  server.close();
  client.close();
  await app.close();
  jest.restoreAllMocks();
});

const stops = () => app.requests.filter(({ path }) => path.includes('/stop/'));
const access = () => ({ serverHost: app.url, headers: { 'x-tenant': 't' }, query: {} });
const message = (fields: object) => JSON.stringify({ kind: 'workflow', ...fields });
const listeners = () => process.listenerCount('SIGINT');

function connect() {
  connections += 1;
  return stopper.connect();
}

function awaited() {
  return { serverHost: 'http://127.0.0.1:9', headers: {}, query: {}, workflowId: 'x', runId: 'y' };
}

async function started(workflowId: string) {
  const { body } = await client.workflow({ workflow_id: workflowId, metadata: { states: ['RUNNING'] } });
  return { client, workflowId, runId: body.data.run_id as string, call: { headers: { authorization: 'secret-1' } } };
}

test('a workflow that is waited for is stopped when all is to end, with the headers of its requests', async () => {
  const before = listeners();
  const workflows = new AwaitedWorkflows(access(), server.address);
  const release = await workflows.add(await started('two'));
  release();
  await workflows.add(await started('one'));
  expect(listeners()).toBe(before + 1);

  await stopper.stop();
  await stopper.stop();

  expect(stops().map(({ path }) => path)).toEqual([expect.stringContaining('/stop/one/run-')]);
  expect(stops()[0]?.headers).toMatchObject({ authorization: 'secret-1', 'x-tenant': 't' });
  expect(lines.join('')).toMatch(
    /workflow one at http:\/\/127\.0\.0\.1:\d+ was stopped because the wait was interrupted/,
  );
  expect(listeners()).toBe(before);
  await workflows.close();
});

test('one whose wait has ended is left alone, and no handler stays', async () => {
  const before = listeners();
  const workflows = new AwaitedWorkflows(access(), server.address);
  const release = await workflows.add(await started('one'));
  expect(listeners()).toBe(before + 1);
  release();
  await until(() => listeners() === before);
  await stopper.stop();
  expect(stops()).toEqual([]);
  await workflows.close();
});

test('what a worker waited for is stopped when its connection ends', async () => {
  const before = listeners();
  const workflow = await started('one');
  const socket = net.connect(server.address.port, '127.0.0.1');
  const { workflowId, runId } = workflow;
  socket.write(`${server.address.token}\n${message({ key: 1, started: { ...access(), workflowId, runId } })}\n`);
  await until(() => listeners() === before + 1);
  socket.resetAndDestroy();
  await until(() => stops().length === 1);
});

test('a stranger is not listened to', async () => {
  const before = listeners();
  const socket = net.connect(server.address.port, '127.0.0.1');
  socket.write(`nonsense\n${message({ key: 1, started: { ...access(), workflowId: 'x', runId: 'y' } })}\n`);
  await new Promise((resolve) =>
    socket
      .on('error', () => undefined)
      .on('close', resolve)
      .resume(),
  );
  expect(listeners()).toBe(before);
});

test('what a test has left behind is stopped at the end of its block, without a channel too', async () => {
  const workflows = new AwaitedWorkflows(access(), undefined);
  await workflows.add(await started('one'));
  await workflows.close();
  await workflows.close();
  expect(stops()).toHaveLength(1);
});

test('blocks that share a connection do not end each other’s waits', async () => {
  const [one, two] = [0, 1].map(() => new AwaitedWorkflows(access(), server.address));
  const release = await one?.add(await started('one'));
  await two?.add(await started('two'));
  release?.();
  await one?.close();
  await stopper.stop();
  expect(stops().map(({ path }) => path)).toEqual([expect.stringContaining('/stop/two/run-')]);
});

test('a wait that ends after its block has nothing left to report', async () => {
  const before = listeners();
  const workflows = new AwaitedWorkflows(access(), server.address);
  const release = await workflows.add(await started('one'));
  await workflows.close();
  release();
  await workflows.close();
  await until(() => listeners() === before);
  expect(stops()).toHaveLength(1);
  expect(connections).toBe(1);
});

test.each<[string, object]>([
  ['no key', { started: awaited() }],
  ['a key that is no number', { key: 'one', started: awaited() }],
  ['no workflow', { key: 1, started: null }],
  ['no workflow ID', { key: 1, started: { ...awaited(), workflowId: undefined } }],
  ['an empty run ID', { key: 1, started: { ...awaited(), runId: '' } }],
  ['a server that is no string', { key: 1, started: { ...awaited(), serverHost: 5 } }],
  ['a header that is no string', { key: 1, started: { ...awaited(), headers: { a: 1 } } }],
  ['a query that is a list', { key: 1, started: { ...awaited(), query: ['a'] } }],
  ['a key that was never reported', { key: 5 }],
])('a message with %s is dropped', (_what, fields) => {
  const before = listeners();
  const connection = stopper.connect();
  void connection.receive({ kind: 'workflow', ...fields });
  connection.disconnected?.();
  expect(listeners()).toBe(before);
  void connection.receive({ kind: 'workflow', key: 1, started: awaited() });
  expect(listeners()).toBe(before + 1);
  void connection.receive({ kind: 'workflow', key: 1 });
  expect(listeners()).toBe(before);
});
