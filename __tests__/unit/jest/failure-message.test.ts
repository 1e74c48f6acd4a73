import { failureMessage, scenarioError } from '../../../src/jest/failure-message';

const outcome = { path: 'success', passed: true, found: true, received: true, expected: 'equal to true' };
const failedOutcome = {
  path: 'data.status',
  passed: false,
  found: true,
  received: 'failed',
  expected: 'equal to "success"',
  location: '    at Object.<anonymous> (/app/scenarios.ts:12:22)',
};
const result = {
  name: 'auth_valid',
  api: 'auth',
  success: false,
  status: 'failed',
  durationMs: 12,
  attempts: 1,
  request: { method: 'POST', url: 'http://127.0.0.1:8000/workflows/v1/auth', headers: {} },
  response: { status: 401, headers: {}, body: {}, durationMs: 11.6 },
  outcomes: [outcome, failedOutcome, { ...failedOutcome, path: 'message', location: undefined }],
} as const;

test('a failure lists each failed check, what was asked and what answered', () => {
  expect(failureMessage({ ...result, description: 'A user of the source.' })).toMatchInlineSnapshot(`
"Scenario "auth_valid" failed: 2 of 3 checks (data.status, message).

  A user of the source.

  data.status
      expected: equal to "success"
      received: "failed"

  message
      expected: equal to "success"
      received: "failed"

  POST http://127.0.0.1:8000/workflows/v1/auth → 401 in 12 ms"
`);
});

test('a scenario that did not get to its checks says why', () => {
  const error = { code: 'REQUEST_FAILED', message: 'No answer.\n\n  Why: ECONNREFUSED' };
  const text = failureMessage({ ...result, outcomes: [], response: undefined, error });

  expect(text).toMatch(
    /^Scenario "auth_valid" failed \[REQUEST_FAILED\]\.\n\n {2}No answer\.\n\n {4}Why: ECONNREFUSED/,
  );
  expect(text).toMatch(/→ no answer$/);
});

const callFrame = '    at Object.<anonymous> (/app/connector.test.ts:3:1)';
const framesOf = (error: Error): string[] =>
  String(error.stack)
    .split('\n')
    .filter((line) => line.startsWith('    at '));

test('where Jest prints one error, its stack has the lines of the failed checks, then the scenario’s, and none of ours', () => {
  const error = scenarioError(result, callFrame, false);

  expect(error.code).toBe('SCENARIO_FAILED');
  expect(error).not.toHaveProperty('errors');
  expect(error.message).toMatch(/data\.status\n/);
  expect(framesOf(error)).toEqual(['    at Object.<anonymous> (/app/scenarios.ts:12:22)', callFrame]);
});

test('where Jest prints each error, each failed check is one with its own line, and survives the way from a worker', () => {
  const error = scenarioError(result, callFrame, true);
  const fromWorker = JSON.parse(JSON.stringify(error)) as { message: string; stack: string; errors: string[] };

  expect(framesOf(error)).toEqual([callFrame]);
  expect(error.message).not.toMatch(/data\.status\n/);
  expect(fromWorker).toMatchObject({ message: error.message, stack: error.stack });
  expect(fromWorker.errors).toEqual([
    expect.stringMatching(/^data\.status\n[^]*\n {4}at Object\.<anonymous> \(\/app\/scenarios\.ts:12:22\)$/),
    expect.stringMatching(/^message\n[^]*\n {4}at Object\.<anonymous> \(\/app\/connector\.test\.ts:3:1\)$/),
  ]);
});

test('a single failed check stands in the error itself', () => {
  const error = scenarioError({ ...result, outcomes: [outcome, failedOutcome] }, callFrame, true);
  expect(error).not.toHaveProperty('errors');
  expect(error.message).toMatch(/1 of 2 checks\.\n[^]*data\.status\n/);
});
