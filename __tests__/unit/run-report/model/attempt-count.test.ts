import { attemptCount } from '../../../../src/run-report/model/attempt-count';
import type { AttemptOfTest, TestStatus } from '../../../../src/run-report/model/run-model';
import { failedResult } from '../../../support/failed-result';

const attempt = (requests?: number): AttemptOfTest => ({
  ...{ status: 'passed', startedAt: 0, durationMs: 1, worker: 1, slot: 0 },
  ...(requests !== undefined && {
    result: { ...failedResult({ body: {}, assertThat: {} }), attempts: requests },
  }),
});

test.each<[what: string, status: TestStatus, attempts: AttemptOfTest[], count: number]>([
  ['a test that did not start', 'skipped', [], 1],
  ['a test that Jest repeated', 'flaky', [attempt(), attempt()], 2],
  ['a scenario that repeated its request until it passed', 'flaky', [attempt(3)], 3],
  ['a scenario that waited, as it should', 'passed', [attempt(3)], 1],
])('%s', (_what, status, attempts, count) => {
  expect(attemptCount({ status, attempts })).toBe(count);
});
