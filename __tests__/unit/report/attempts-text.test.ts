import { equals } from '../../../src/assertions';
import { attemptsText } from '../../../src/report/attempts-text';
import { redactResult } from '../../../src/runner/redact-result';
import type { AttemptRecord } from '../../../src/runner/scenario-result';
import { failedResult } from '../../support/failed-result';

const resultOf = (attempts: number, tries: AttemptRecord[]) =>
  failedResult({ body: {}, assertThat: { success: equals(true) }, result: { attempts, tries } });

const tries: AttemptRecord[] = [
  { afterMs: 0, times: 3, status: 200, seen: { 'data.status': 'PENDING', '': [] } },
  { afterMs: 12_345, times: 1, error: 'REQUEST_FAILED', seen: {} },
];

test('tells the last attempts, equal ones in one line, and how many went before', () => {
  expect(attemptsText(resultOf(9, tries))).toBe(
    [
      '9 attempts:',
      '    … 5 earlier attempts',
      '    after 0 ms: 200, data.status: "PENDING", the whole response: [] (3 times)',
      '    after 12.3 s: no response (REQUEST_FAILED)',
    ].join('\n'),
  );
});

test('has nothing to say of one attempt', () => {
  expect(attemptsText(resultOf(1, tries.slice(1)))).toBeUndefined();
  expect(attemptsText(failedResult({ body: {}, assertThat: { success: true } }))).toBeUndefined();
});

test('what stood at the path of a secret is hidden', () => {
  const seen = { 'data.token': 'abc-def-ghi-jkl', 'data.0.password': { old: 'x' } };
  const redacted = redactResult(resultOf(2, [{ afterMs: 0, times: 2, status: 200, seen }]));
  expect(attemptsText(redacted)).toContain('data.token: "[redacted]", data.0.password: "[redacted]"');
});
