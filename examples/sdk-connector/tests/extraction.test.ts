// Hand-written tests: a workflow runs in Temporal and reads PostgreSQL, and the tests check its result.
import { setTimeout as pause } from 'node:timers/promises';
import { createClient } from 'jest-connector';
import { limited, owner } from './credentials';

const client = createClient();
const connection = { name: 'test_conn' };

/** Starts a workflow, polls until it has ended and returns its final status. If it never ends, the test's limit applies. */
async function runToEnd(args: Parameters<typeof client.workflow>[0]): Promise<{ id: string; status: string }> {
  const started = await client.workflow({ connection, ...args });
  expect(started).toBeSuccessful();
  const { workflow_id: id, run_id: run } = started.body.data;
  for (;;) {
    const { body } = await client.status(id, run);
    if (body.data.status !== 'RUNNING') return { id, status: body.data.status };
    await pause(100);
  }
}

test('a workflow reads what it was told to read', async () => {
  const { id, status } = await runToEnd({ credentials: owner, metadata: { databases: ['MY_DB'] } });
  expect(status).toBe('COMPLETED');

  const response = await client.result(id);
  expect(response).toBeSuccessful();
  expect(response).toSatisfyPaths({
    'data.status': 'completed',
    'data.result.databases': 1,
    'data.result.tables': 4,
  });
}, 60_000);

test('without a choice of databases it reads all of them', async () => {
  const { id } = await runToEnd({ credentials: limited });
  expect(await client.result(id)).toSatisfyPaths({ 'data.result.databases': 2, 'data.result.tables': 5 });
}, 60_000);

test.each([
  ['a database that is not there', { credentials: owner, metadata: { databases: ['NOPE'] } }],
  ['a wrong password', { credentials: { ...owner, password: 'wrong' } }],
])(
  'a workflow with %s starts, and fails',
  async (_name, args) => {
    const { id, status } = await runToEnd(args);
    expect(status).toBe('FAILED');

    const response = await client.result(id);
    // The cause of the failure is only in the app's log.
    expect(response).toSatisfyPaths({ success: false, 'data.status': 'failed', 'data.error': 'Workflow failed' });
  },
  60_000,
);
