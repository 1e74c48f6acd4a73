import { isConsequence } from '../../../../src/run-report/model/consequence';
import type { AttemptOfTest, TestStatus } from '../../../../src/run-report/model/run-model';
import { failedResult } from '../../../support/failed-result';

const attempt = (code?: string): AttemptOfTest => ({
  ...{ status: 'failed', startedAt: 0, durationMs: 1, worker: 1, slot: 0 },
  result: {
    ...failedResult({ body: {}, assertThat: {} }),
    ...(code !== undefined && { error: { code, message: '' } }),
  },
});

test.each<[what: string, status: TestStatus, attempts: AttemptOfTest[], is: boolean]>([
  ['a test whose set-up failed', 'notRun', [], true],
  ['a scenario whose needed one failed', 'failed', [attempt('NEEDED_SCENARIO_FAILED')], true],
  ['a scenario with another error', 'failed', [attempt('REQUEST_TIMEOUT')], false],
  ['a scenario with a failed check', 'failed', [attempt()], false],
  ['a test that crashed', 'crashed', [], false],
  ['a test that passed at last', 'flaky', [attempt('NEEDED_SCENARIO_FAILED')], false],
])('%s', (_what, status, attempts, is) => {
  expect(isConsequence({ status, attempts })).toBe(is);
});
