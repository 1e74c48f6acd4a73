import type { ApiResponse } from '../../../../src/api-response';
import { ConnectorTestError } from '../../../../src/errors';
import {
  pollWorkflow,
  readWorkflowEnd,
  stopWorkflow,
  type WorkflowRun,
} from '../../../../src/runner/workflow/poll-workflow';

/** A run at a server that gives this response to all requests, or fails with this error. */
function runAt(response: Partial<ApiResponse> | Error): WorkflowRun {
  const call = async () => {
    if (response instanceof Error) throw response;
    return response as ApiResponse;
  };
  return { client: { status: call, result: call, stop: call }, workflowId: 'w', runId: 'r', call: {} };
}

const RUNNING = { data: { status: 'RUNNING' } };

test.each<[status: number, body: unknown, expected: object]>([
  [200, RUNNING, { kind: 'state', status: 'RUNNING' }],
  [299, RUNNING, { kind: 'state', status: 'RUNNING' }],
  [199, RUNNING, { kind: 'refused', why: 'GET …/status/w/r returned 199' }],
  [300, RUNNING, { kind: 'refused', why: 'GET …/status/w/r returned 300' }],
  [200, { data: { status: 7 } }, { kind: 'refused', why: 'GET …/status/w/r returned 200' }],
  [200, { data: [] }, { kind: 'refused', why: 'GET …/status/w/r returned 200' }],
  [404, { detail: 'gone' }, { kind: 'refused', why: 'GET …/status/w/r returned 404: gone' }],
  [404, { message: 'gone' }, { kind: 'refused', why: 'GET …/status/w/r returned 404: gone' }],
  [500, 'x'.repeat(201), { kind: 'blind', why: `GET …/status/w/r returned 500: ${'x'.repeat(200)}` }],
  [502, null, { kind: 'blind', why: 'GET …/status/w/r returned 502' }],
  [504, '', { kind: 'blind', why: 'GET …/status/w/r returned 504' }],
  [503, '', { kind: 'refused', why: 'GET …/status/w/r returned 503' }],
])('a poll that returns %i with %j', async (status, body, expected) => {
  expect(await pollWorkflow(runAt({ status, body: body as never }))).toEqual(expected);
});

test.each<[error: Error, why: string]>([
  [new Error('no\n  answer'), 'no answer'],
  [
    new ConnectorTestError('REQUEST_FAILED', { what: 'It failed.', why: 'it was\nreset.' }),
    'It failed. Why: it was reset.',
  ],
  [new ConnectorTestError('REQUEST_FAILED', { what: 'It failed.' }), 'It failed.'],
])('a request that fails with %s', async (error, why) => {
  expect(await pollWorkflow(runAt(error))).toEqual({ kind: 'blind', why });
  expect(await readWorkflowEnd(runAt(error))).toEqual({ unread: why });
  expect(await stopWorkflow(runAt(error))).toBe(`could not be stopped: ${why}`);
});

test.each<[status: number, body: unknown, expected: object]>([
  [200, { data: { result: null } }, { result: null }],
  [200, { data: { error: 'denied', result: 1 } }, { result: 1, error: 'denied' }],
  [299, { data: { error: 7 } }, {}],
  [199, { data: {} }, { unread: 'it returned 199' }],
  [300, { data: {} }, { unread: 'it returned 300' }],
  [200, { detail: 'no data' }, { unread: 'it returned 200: no data' }],
])('an end that returns %i with %j', async (status, body, expected) => {
  expect(await readWorkflowEnd(runAt({ status, body: body as never }))).toEqual(expected);
});

test.each<[status: number, outcome: string]>([
  [200, 'was stopped'],
  [299, 'was stopped'],
  [404, 'had already ended when it was asked to stop'],
  [199, 'could not be stopped: POST …/stop returned 199: no'],
  [300, 'could not be stopped: POST …/stop returned 300: no'],
])('a stop that returns %i', async (status, outcome) => {
  expect(await stopWorkflow(runAt({ status, body: 'no' }))).toBe(outcome);
});
