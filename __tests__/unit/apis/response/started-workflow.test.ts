import { namedIds, startedWorkflow } from '../../../../src/apis/response/started-workflow';

test('a workflow is started if both of its ids are there', () => {
  const body = { success: true, data: { workflow_id: 'workflow-1', run_id: 'run-1' } };
  expect(startedWorkflow(body)).toEqual({ workflowId: 'workflow-1', runId: 'run-1' });
});

test.each([
  [undefined],
  ['accepted'],
  [{ success: true }],
  [{ data: [] }],
  [{ data: { workflow_id: 'workflow-1' } }],
  [{ data: { workflow_id: 'workflow-1', run_id: ' ' } }],
  [{ data: { workflow_id: 7, run_id: 'run-1' } }],
])('%j names no workflow', (body) => {
  expect(startedWorkflow(body)).toBeUndefined();
});

test('ids that are no ids are returned as they are', () => {
  expect(namedIds({ data: { workflow_id: 7, run_id: null } })).toEqual({ workflowId: 7, runId: null });
  expect(namedIds('accepted')).toEqual({ workflowId: undefined, runId: undefined });
});
