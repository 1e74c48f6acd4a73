import { stripVTControlCharacters } from 'node:util';
import { version } from 'jest/package.json';
import { JEST_STYLE, scenarioError } from '../../../../src/jest/failure/failure-message';
import { isJestAtLeast } from '../../../../src/jest/jest-version';

const outcome = { path: 'success', passed: true, found: true, received: true, expected: 'equal to true' };
const failedOutcome = {
  path: 'data.status',
  passed: false,
  found: true,
  received: 'failed',
  expected: 'equal to "success"',
  location: '    at Object.<anonymous> (/app/scenarios.ts:12:22)',
};
const callFrame = '    at Object.<anonymous> (/app/connector.test.ts:3:1)';
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

test('the message tells all: the failed checks, hints, what was sent and what came, how to repeat it', () => {
  const { message } = scenarioError({ ...result, description: 'A user of the source.' }, undefined, false);

  expect(message).toMatch(/^Scenario "auth_valid" failed: 2 of 3 checks\.\n/);
  expect(message).toMatch(/A user of the source\.\n\n {2}data\.status\n[^]*POST [^]*→ 401 Unauthorized in 12 ms/);
  expect(message).toMatch(/Response \(401 Unauthorized[^]*Repeat it:\n\s+curl /);
});

test('a scenario that did not get to its checks says why, and points at the place of the error', () => {
  const error = { code: 'REQUEST_FAILED', message: 'No answer.\n\n  Why: ECONNREFUSED', location: callFrame };
  const { message, stack } = scenarioError({ ...result, outcomes: [], response: undefined, error }, undefined, true);

  expect(message).toMatch(
    /^Scenario "auth_valid" failed \[REQUEST_FAILED\]\.\n\n {2}No answer\.\n\n {4}Why: ECONNREFUSED[^]*→ no response/,
  );
  expect(stack?.endsWith(callFrame)).toBe(true);
});

test('two structures are compared by Jest’s own differ', () => {
  const rows = Array.from({ length: 12 }, (_, id) => ({ id, name: `table_${id}` }));
  const check = { ...failedOutcome, expectedValue: rows, received: rows.map((row) => ({ ...row, id: row.id % 11 })) };
  const { message } = scenarioError({ ...result, outcomes: [check] }, undefined, true);

  expect(message).toMatch(/- Expected\n\s*\+ Received/);
  expect(message).toMatch(/-\s+"id": 11,\n\s*\+\s+"id": 0,/);
});

test('beyond 20, failed checks are counted', () => {
  const outcomes = Array.from({ length: 25 }, (_, index) => ({ ...failedOutcome, path: `data.${index}` }));
  const { message, errors } = scenarioError({ ...result, outcomes }, undefined, true) as Error & { errors?: string[] };

  expect(errors).toHaveLength(21);
  expect(message).toMatch(/25 of 25 checks/);
  expect(errors?.at(-1)).toContain('… 5 more failed checks: data.20, data.21, data.22, data.23, data.24');
});

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

test('where Jest prints each error, each failed check is one with its own line, then comes the rest; all survives the way from a worker', () => {
  const error = scenarioError(result, callFrame, true);
  const fromWorker = JSON.parse(JSON.stringify(error)) as { message: string; stack: string; errors: string[] };

  expect(framesOf(error)).toEqual([]);
  expect(error.message).toBe('Scenario "auth_valid" failed: 2 of 3 checks.\n\n  Failed: data.status, message');
  expect(fromWorker).toMatchObject({ message: error.message, stack: error.stack });
  expect(fromWorker.errors).toEqual([
    expect.stringMatching(/^data\.status\n[^]*\n {4}at Object\.<anonymous> \(\/app\/scenarios\.ts:12:22\)$/),
    expect.stringMatching(/^message\n[^]*\n {4}at Object\.<anonymous> \(\/app\/connector\.test\.ts:3:1\)$/),
    expect.stringMatching(/^POST [^]*Repeat it:[^]*\n {4}at Object\.<anonymous> \(\/app\/connector\.test\.ts:3:1\)$/),
  ]);
});

test('a single failed check stands in the error itself', () => {
  const error = scenarioError({ ...result, outcomes: [outcome, failedOutcome] }, callFrame, true);
  expect(error).not.toHaveProperty('errors');
  expect(error.message).toMatch(/1 of 2 checks\.\n[^]*data\.status\n/);
});

test('a difference is shown as Jest shows it', () => {
  const text = stripVTControlCharacters(JEST_STYLE.diff({ id: 1, name: 'a' }, { id: 2, name: 'a' }) ?? '');
  expect(text).toMatch(/^- Expected\n\+ Received\n[^]*- {3}"id": 1,\n\+ {3}"id": 2,/);
});

test('colours change no letter', () => {
  const { paint } = JEST_STYLE;
  const texts = [paint.expected('yes'), paint.received('no'), paint.dim('where')];
  expect(texts.map(stripVTControlCharacters)).toEqual(['yes', 'no', 'where']);
});

const [major = 0, minor = 0] = version.split('.').map(Number);

test.each([
  [major, minor, true],
  [major - 1, minor + 9, true],
  [major, minor + 1, false],
  [major + 1, 0, false],
])('this Jest is at least %d.%d: %s', (wantedMajor, wantedMinor, expected) => {
  expect(isJestAtLeast(wantedMajor, wantedMinor)).toBe(expected);
});
