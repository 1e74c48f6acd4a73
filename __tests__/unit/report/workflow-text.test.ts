import { equals } from '../../../src/assertions';
import { pruneResult } from '../../../src/report/cut/prune-result';
import { failureText } from '../../../src/report/failure-text';
import { workflowText } from '../../../src/report/workflow-text';
import type { WorkflowRecord } from '../../../src/runner/scenario-result';
import { failedResult } from '../../support/failed-result';

const record: WorkflowRecord = {
  workflowId: 'demo-1',
  runId: 'run-1',
  awaited: ['COMPLETED'],
  ending: 'final',
  states: [
    { status: 'RUNNING', afterMs: 12.4 },
    { status: 'FAILED', afterMs: 12_345 },
  ],
  polls: 9,
  durationMs: 12_400,
  error: 'Workflow failed',
};

const resultOf = (workflow: WorkflowRecord) =>
  failedResult({ body: { success: true }, assertThat: { success: equals(true) }, result: { workflow } });

test('tells states, looks and what came of it', () => {
  expect(workflowText(resultOf(record))).toBe(
    [
      'Workflow demo-1 (run run-1):',
      '    RUNNING after 12 ms, FAILED after 12.3 s; polled 9 times in 12.4 s',
      '    its error, as the server reports it: Workflow failed',
    ].join('\n'),
  );
  const lost = { ...record, states: [], error: undefined, unread: 'it answered 404', stopped: 'was stopped' };
  expect(workflowText(resultOf(lost))).toMatch(
    /no status was received; [^]*could not be read: it answered 404\n[^]*the workflow was stopped$/,
  );
  const error = { code: 'WORKFLOW_UNEXPECTED_STATE', message: 'It ended as FAILED.\n\n  Why: Workflow failed' };
  expect(workflowText({ ...resultOf(record), error })).not.toContain('Workflow failed');
  expect(workflowText({ ...resultOf(record), workflow: undefined })).toBeUndefined();
});

test('stands in the failure after the answer, cut like everything else', () => {
  const long = { ...record, error: 'x'.repeat(100_000), result: Array(10_000).fill('y'.repeat(100)) };
  const pruned = pruneResult(resultOf(long));

  expect(JSON.stringify(pruned.workflow).length).toBeLessThan(20_000);
  expect(failureText(pruned)).toMatch(/Response \(200[^]*Workflow demo-1[^]*Repeat it/);
  expect(failureText(pruned).length).toBeLessThan(6_000);
});
