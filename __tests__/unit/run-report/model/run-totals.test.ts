import { durationOf, errorsOf, reasonsOf, slowestTests, totalsOf } from '../../../../src/run-report/model/run-totals';
import { isFailure } from '../../../../src/run-report/model/test-status';
import { SMALL_RUN } from '../../../support/small-run-model';

const { tests } = SMALL_RUN;
const [first] = tests;

test('tests are counted by status', () => {
  expect(totalsOf(tests)).toEqual({
    ...{ passed: 1, flaky: 1, failed: 2, crashed: 1, notRun: 1, skipped: 1, todo: 1 },
    total: 8,
  });
  expect(totalsOf([])).toMatchObject({ total: 0, failed: 0 });
});

test('what has not been verified is a failure, unless it was skipped on purpose', () => {
  const failures = tests.map(({ status }) => status).filter(isFailure);
  expect([...new Set(failures)]).toEqual(['failed', 'crashed', 'notRun']);
});

test('reasons are counted, the most frequent first', () => {
  const skipped = (reason?: string) => ({ ...first!, status: 'skipped' as const, reason });
  expect(reasonsOf([skipped('a'), skipped('b'), skipped(), skipped('b'), ...tests], 'skipped')).toEqual([
    ['b', 2],
    ['a', 1],
    ['no reason given', 1],
    ['E2E_ORACLE_PASSWORD is not set', 1],
  ]);
});

test('a test takes as long as all its attempts', () => {
  expect(tests.map(durationOf).map(Math.round)).toEqual([20, 20, 41, 5, 0, 0, 0, 5]);
  expect(slowestTests(tests, 2).map(({ name }) => name)).toEqual(['config_get', 'auth_valid']);
  expect(slowestTests(tests, 10)).toHaveLength(5);
});

test('a run that failed without a failed test has an error', () => {
  const { errors, ...run } = SMALL_RUN.run;
  const passed = [first!];
  expect(errorsOf(SMALL_RUN)).toBe(errors);
  expect(errorsOf({ run, tests })).toEqual([]);
  expect(errorsOf({ run: { ...run, success: true }, tests: passed })).toEqual([]);
  expect(errorsOf({ run, tests: passed })).toEqual([{ message: 'The run failed, but no test did.' }]);
  expect(errorsOf({ run: { ...run, interruptedBy: 'SIGINT' }, tests: [] })).toEqual([
    { message: 'The run was interrupted by SIGINT.' },
  ]);
});
