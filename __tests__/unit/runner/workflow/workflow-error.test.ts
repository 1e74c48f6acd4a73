import type { ApiResponse } from '../../../../src/api-response';
import type { WorkflowRecord } from '../../../../src/runner/scenario-result';
import { workflowRoots } from '../../../../src/runner/workflow/await-workflow';
import { notStarted, workflowError } from '../../../../src/runner/workflow/workflow-error';

const state = (status: string) => ({ status, afterMs: 0 });
const record = (changes: Partial<WorkflowRecord>): WorkflowRecord => ({
  ...{ workflowId: 'w', runId: 'r', awaited: ['COMPLETED'], ending: 'final', polls: 2, durationMs: 7 },
  ...{ states: [state('RUNNING'), state('COMPLETED')] },
  ...changes,
});
const errorOf = (changes: Partial<WorkflowRecord>) => workflowError(record(changes), 1_500.4);

test('a status that was awaited is no error', () => {
  expect(errorOf({})).toBeUndefined();
  expect(errorOf({ awaited: ['FAILED', 'COMPLETED'] })).toBeUndefined();
});

test.each<[what: string, changes: Partial<WorkflowRecord>, expected: object]>([
  [
    'that ended otherwise',
    { states: [state('FAILED')], awaited: ['COMPLETED', 'CANCELED'], error: 'denied' },
    {
      ...{ code: 'WORKFLOW_UNEXPECTED_STATE', what: 'The workflow ended as FAILED, not as COMPLETED or CANCELED.' },
      ...{ why: 'The server reports: denied' },
      fix: "see the app's log for the cause; if you expect this status, set `waitFor: 'FAILED'`.",
    },
  ],
  [
    'whose end could not be read',
    { states: [state('TERMINATED')], unread: 'it returned 500' },
    {
      ...{ code: 'WORKFLOW_UNEXPECTED_STATE', why: 'GET …/result has no details: it returned 500' },
      fix: "find out what stopped it while it was running; if you expect this status, set `waitFor: 'TERMINATED'`.",
    },
  ],
  ['without any status', { states: [] }, { what: 'The workflow ended as UNKNOWN, not as COMPLETED.', why: undefined }],
  [
    'that takes too long',
    { ending: 'timeout', states: [state('RUNNING')] },
    {
      ...{ code: 'WORKFLOW_TIMEOUT', what: 'The workflow was not COMPLETED within 1,500 ms.' },
      why: 'after 2 polls, its status was still RUNNING.',
      fix: "check the app's log; if it only needs longer, raise `workflowTimeout`.",
    },
  ],
  [
    'that was never seen',
    { ending: 'timeout', states: [], polls: 1 },
    { why: 'after 1 poll, its status was still unknown.' },
  ],
  ['whose last poll failed', { ending: 'timeout', why: 'it hung' }, { why: 'it hung' }],
  [
    'that was lost',
    { ending: 'lost', why: 'it was refused.', unread: 'it hung' },
    {
      ...{ code: 'WORKFLOW_LOST', what: "The workflow was started, but its status can't be read." },
      why: 'it was refused.\nGET …/result failed as well: it hung',
      fix: 'check that the app is still running and can reach Temporal; see its log.',
    },
  ],
  ['that was lost for no known reason', { ending: 'lost' }, { code: 'WORKFLOW_LOST', why: '' }],
])('a workflow %s', (_what, changes, expected) => {
  expect(errorOf(changes)).toMatchObject(expected);
});

test('a response without a workflow', () => {
  expect(notStarted({ status: 202 } as ApiResponse)).toMatchObject({
    ...{ code: 'WORKFLOW_NOT_STARTED', what: 'There is no workflow to wait for.' },
    why: 'the response has status 202, but no data.workflow_id and data.run_id.',
    fix: expect.stringContaining('remove `waitFor` and `$workflow`'),
  });
});

test('`$workflow` has the last status, and a result and an error if there are any', () => {
  expect(workflowRoots(undefined)).toEqual({});
  expect(workflowRoots(record({}))).toEqual({ $workflow: { status: 'COMPLETED', durationMs: 7 } });
  expect(workflowRoots(record({ states: [], result: null, error: 'denied' }))).toEqual({
    $workflow: { status: undefined, durationMs: 7, result: null, error: 'denied' },
  });
  expect(workflowRoots(record({}))['$workflow']).not.toHaveProperty('error');
});
