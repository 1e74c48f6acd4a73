import { type Client, createClient } from '../../../../src/client/client';
import { ConnectorTestError } from '../../../../src/errors';
import type { WorkflowRecord } from '../../../../src/runner/scenario-result';
import { pollWorkflow } from '../../../../src/runner/workflow/poll-workflow';
import { BLIND_POLLS, waitForWorkflow, type WorkflowWait } from '../../../../src/runner/workflow/wait-for-workflow';
import { workflowError } from '../../../../src/runner/workflow/workflow-error';
import { type AppServer, type Reply, startAppServer } from '../../../support/app-server';

const STATUS = 'GET /workflows/v1/status/wf/run-1';

let app: AppServer;
let client: Client;
beforeEach(async () => {
  app = await startAppServer();
  client = createClient({ serverHost: app.url });
});
afterEach(async () => {
  client.close();
  await app.close();
});

const asked = (part: string): number => app.requests.filter(({ path }) => path.includes(part)).length;

async function wait(states: readonly string[], fields: Partial<WorkflowWait> = {}): Promise<WorkflowRecord> {
  await client.workflow({ workflow_id: 'wf', metadata: { states } });
  const run = { client, workflowId: 'wf', runId: 'run-1', call: {} };
  return waitForWorkflow({ run, awaited: ['COMPLETED'], timeout: 5_000, interval: 20, ...fields });
}

/** The code of the error that a wait ends with, and its text. */
function reported(record: WorkflowRecord): string {
  const error = workflowError(record, 5_000);
  return error === undefined ? 'reached' : `${error.code}: ${error.message}`;
}

test('waits until the workflow has ended, and tells each state once', async () => {
  const polls: string[] = [];
  const record = await wait(['RUNNING', 'RUNNING', 'COMPLETED'], { polled: (state) => polls.push(state) });

  expect(record).toMatchObject({ ending: 'final', polls: 3, result: { n: 3 } });
  expect(record.states.map(({ status }) => status)).toEqual(['RUNNING', 'COMPLETED']);
  expect(polls).toEqual(['RUNNING', 'RUNNING', 'COMPLETED']);
  expect(reported(record)).toBe('reached');
  expect(asked('/stop/')).toBe(0);
});

test.each([
  ['FAILED', 'The workflow ended as FAILED, not as COMPLETED.', 'The server reports: Workflow failed'],
  ['TERMINATED', 'ended as TERMINATED', 'Workflow terminated'],
  ['CONTINUED_AS_NEW', 'ended as CONTINUED_AS_NEW', 'continues as a new run'],
])('another end, %s, ends the wait at once, and is no success', async (state, ...texts) => {
  const record = await wait(['RUNNING', state]);
  for (const text of texts) expect(reported(record)).toContain(text);
  expect(reported(record)).toContain(`WORKFLOW_UNEXPECTED_STATE`);
  expect(reported(record)).toContain(`waitFor: '${state}'`);
});

test('a failure that is waited for is reached, and a success is not', async () => {
  expect(reported(await wait(['FAILED'], { awaited: ['FAILED', 'TIMED_OUT'] }))).toBe('reached');
  app.respond('GET /workflows/v1/status/wf/run-1', { json: { success: true, data: { status: 'COMPLETED' } } });
  expect(reported(await wait(['COMPLETED'], { awaited: ['FAILED', 'TIMED_OUT'] }))).toContain(
    'ended as COMPLETED, not as FAILED or TIMED_OUT',
  );
});

test('a state that is none of the known ones is no end', async () => {
  expect(await wait(['UNKNOWN', 'PAUSED', 'COMPLETED'])).toMatchObject({ polls: 3, ending: 'final' });
});

test('when the time is over, the workflow is stopped', async () => {
  const record = await wait(['RUNNING'], { timeout: 400 });

  expect(record).toMatchObject({ ending: 'timeout', stopped: 'was stopped' });
  expect(record.polls).toBeGreaterThan(2);
  expect(reported(record)).toMatch(
    /WORKFLOW_TIMEOUT: The workflow was not COMPLETED within 5,000 ms\.[^]*still RUNNING/,
  );
  expect(await pollWorkflow({ client, workflowId: 'wf', runId: 'run-1', call: {} })).toMatchObject({
    status: 'TERMINATED',
  });
});

test.each<[string, Reply]>([
  ['404', { status: 404, json: { detail: 'Workflow not found: wf' } }],
  ['503', { status: 503, json: { detail: 'Workflow execution not configured.' } }],
  ['401', { status: 401, json: { detail: 'who are you' } }],
  ['no state', { json: { success: true, data: {} } }],
])('an answer that no waiting changes ends the wait at once: %s', async (_what, reply) => {
  app.respond(STATUS, reply);
  const record = await wait(['RUNNING']);

  expect(record).toMatchObject({ ending: 'lost', polls: 1 });
  expect(reported(record)).toContain('WORKFLOW_LOST');
  expect(asked('/stop/')).toBe(1);
});

test.each<[string, Reply]>([
  [
    '500, what servers say of an unknown workflow too',
    { status: 500, json: { detail: 'Failed to get workflow status' } },
  ],
  ['502 of a proxy', { status: 502, raw: 'Bad Gateway' }],
  ['a dropped connection', { fault: 'reset' }],
])('what may pass is waited out, and ends the wait only when it lasts: %s', async (_what, reply) => {
  let trouble = BLIND_POLLS - 1;
  app.respond(STATUS, () => (trouble-- > 0 ? reply : undefined));
  expect(reported(await wait(['RUNNING', 'COMPLETED']))).toBe('reached');

  app.respond(STATUS, reply);
  expect(await wait(['RUNNING'])).toMatchObject({ ending: 'lost', polls: BLIND_POLLS });
});

test('what the end was cannot be read: the failure says so', async () => {
  app.respond('GET /workflows/v1/result/wf', { status: 500, json: { detail: 'Failed to get workflow result' } });
  expect(reported(await wait(['FAILED']))).toContain('it returned 500: Failed to get workflow result');
});

test('a poll that failed is told with its reason, without what to do; the words of another error stay whole', async () => {
  const pollOf = (error: Error): Promise<unknown> =>
    pollWorkflow({
      client: { ...client, status: () => Promise.reject(error) },
      ...{ workflowId: 'wf', runId: 'run-1', call: {} },
    });
  const ours = new ConnectorTestError('REQUEST_FAILED', {
    what: 'GET /x failed.',
    why: 'refused\nagain',
    fix: 'start',
  });
  expect(await pollOf(ours)).toEqual({ kind: 'blind', why: 'GET /x failed. Why: refused again' });
  expect(await pollOf(new Error('broke.\n Fix: the adapter'))).toEqual({
    kind: 'blind',
    why: 'broke. Fix: the adapter',
  });
});

test('a poll that saw nothing when the time was over says why', async () => {
  app.respond(STATUS, { status: 502, json: { message: 'Bad Gateway' } });
  const polls: string[] = [];
  const record = await wait(['RUNNING'], { timeout: 0, polled: (seen) => polls.push(seen) });

  const why = 'GET …/status/wf/run-1 returned 502: Bad Gateway';
  expect(record).toMatchObject({ ending: 'timeout', polls: 1, why });
  expect(polls).toEqual([why]);
  expect(reported(record)).toContain(why);
});

test.each<[string, Reply, string]>([
  ['404', { status: 404, json: { detail: 'not found' } }, 'had already ended when it was asked to stop'],
  ['500', { status: 500, raw: 'x' }, 'could not be stopped: POST …/stop returned 500'],
  ['a dropped connection', { fault: 'reset' }, 'could not be stopped: POST '],
])('what became of the stop is told: %s', async (_what, reply, told) => {
  app.respond('POST /workflows/v1/stop/wf/run-1', reply);
  const { stopped } = await wait(['RUNNING'], { timeout: 0 });
  expect(stopped).toContain(told);
});

test('a result that is no object is as good as none', async () => {
  app.respond('GET /workflows/v1/result/wf', { json: ['x'] });
  expect(reported(await wait(['FAILED']))).toContain('GET …/result has no details: it returned 200');
});
