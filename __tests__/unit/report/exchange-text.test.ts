import { equals, isString } from '../../../src/assertions';
import { pruneResult } from '../../../src/report/cut/prune-result';
import { failureText } from '../../../src/report/failure-text';
import { redactResult } from '../../../src/runner/redact-result';
import { failedResult } from '../../support/failed-result';

test('an integer that a number cannot hold is shown with all its digits, and why it is not equal', () => {
  const sent = { id: 9007199254740995n };
  const body = { id: 9007199254740993n, data: { ids: [1, 9007199254740993n] } };
  const assertThat = { id: equals(9007199254740992), 'data.ids': equals([1, 9007199254740992n]), data: isString() };
  const result = failedResult({ sent, body, assertThat });
  const text = failureText(redactResult(pruneResult(result)));
  expect(text).not.toMatch(/74099[46]/);
  expect(text).toMatch(/equal to 9007199254740992\n\s+received: 9007199254740993\n[^]*write 9007199254740993n/);
  expect(text).toContain('at "1": expected 9007199254740992n, received 9007199254740993n');
  expect(text).toContain('{"id": 9007199254740995}');
  expect(text).toContain('"ids": [1, 9007199254740993]');
  expect(text).toContain(`-d '{"id":9007199254740995}'`);
});

test('a number of a million digits is cut', () => {
  const text = failureText(failedResult({ body: { id: BigInt('7'.repeat(100_000)) }, assertThat: { id: equals(5) } }));
  expect(text.length).toBeLessThan(5_000);
  expect(text).toContain('more digits');
});
