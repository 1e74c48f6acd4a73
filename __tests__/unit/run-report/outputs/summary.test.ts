import { parseJson } from '../../../../src/json/exact-json';
import { countMark } from '../../../../src/report/cut/cut-mark';
import type { RunModel, TestRecord } from '../../../../src/run-report/model/run-model';
import { summaryText } from '../../../../src/run-report/outputs/summary';
import { runModel } from '../../../support/run-models';
import { SMALL_RUN } from '../../../support/small-run-model';

const textOf = (model: RunModel): string => [...summaryText(model)].join('');
const summaryOf = (model: RunModel) => parseJson(textOf(model));
const [, failed] = SMALL_RUN.tests as [TestRecord, TestRecord];

test('a run with every status', () => {
  expect(textOf(SMALL_RUN)).toMatchSnapshot();
});

test('the keys of the Python kit come first, in its order', () => {
  const summary = summaryOf(SMALL_RUN);
  expect(Object.keys(summary)).toEqual(
    'app_name timestamp server_url test_class total passed failed skipped success duration_ms scenarios'.split(' '),
  );
  const scenario = summary.scenarios.find(({ name }: TestRecord) => name === 'metadata_all');
  expect(Object.keys(scenario).slice(0, 8)).toEqual(
    'name api status duration_ms description assertions error metadata_validation'.split(' '),
  );
  expect(Object.keys(scenario.assertions['data.items'])).toEqual(['passed', 'actual', 'expected']);
  expect(Object.keys(scenario.metadata_validation)).toEqual(['expected_file', 'strict']);
});

test('every test is counted once, and nothing that was not verified as passed', () => {
  const { total, passed, failed: failures, skipped, scenarios } = summaryOf(SMALL_RUN);
  // Passed and flaky; two failures, a crash, one that was not run, a file that was not loaded; skipped and todo.
  expect({ total, passed, failures, skipped }).toEqual({ total: 9, passed: 2, failures: 5, skipped: 2 });
  expect(scenarios).toHaveLength(total);
});

test('a line is one of the file that it is said to be in', () => {
  const location = { file: 'tests/scenarios.ts', line: 25, column: 3 };
  const { scenarios } = summaryOf({ ...SMALL_RUN, tests: [{ ...failed, location }] });
  expect(scenarios[1]).toMatchObject({
    ...{ file: 'tests/scenarios.ts', line: 25 },
    test_file: 'tests/connector.test.ts',
  });
});

test('a check of several items that all passed has no actual value', () => {
  const outcomes = [{ path: 'rows.*.id', passed: true, expected: 'exists', found: true }];
  const attempts = [{ ...failed.attempts[0]!, result: { ...failed.attempts[0]!.result!, outcomes } }];
  const { scenarios } = summaryOf({ ...SMALL_RUN, tests: [{ ...failed, attempts }] });
  expect(scenarios[1].assertions).toEqual({ 'rows.*.id': { passed: true, actual: null, expected: 'exists' } });
});

test('a run that could not start is a failed entry', () => {
  const run = { ...SMALL_RUN.run, errors: [{ message: 'The app was not started' }] };
  const summary = summaryOf({ run, tests: [] });
  expect(summary).toMatchObject({ total: 1, failed: 1, success: false });
  expect(summary.scenarios[0]).toMatchObject({ name: 'Jest', status: 'failed', error: 'The app was not started' });
});

test('what is not known has the value that the Python kit gives it', () => {
  const { version, startedAt, durationMs, versions } = SMALL_RUN.run;
  const summary = summaryOf({ run: { version, startedAt, durationMs, success: true, versions }, tests: [] });
  expect(summary).toMatchObject({ app_name: 'unknown', server_url: '', test_class: '', total: 0 });
});

test('integers keep their digits, and what was cut is said in words', () => {
  const received = { big: 9007199254740993n, list: [1, countMark(7, 'item')], text: `abc${countMark(9, 'character')}` };
  const cut = { ...received, [countMark(2, 'key')]: null };
  const result = {
    ...failed.attempts[0]!.result!,
    outcomes: [{ ...failed.attempts[0]!.result!.outcomes[1]!, received: cut }],
  };
  const text = textOf({ ...SMALL_RUN, tests: [{ ...failed, attempts: [{ ...failed.attempts[0]!, result }] }] });
  expect(parseJson(text).scenarios[1].assertions['data.total'].actual).toEqual({
    big: 9007199254740993n,
    list: [1, '… 7 more items'],
    text: 'abc… 9 more characters',
    '… 2 more keys': null,
  });
});

test('a scenario whose hook failed afterwards has the error of the hook', () => {
  const passed = SMALL_RUN.tests[0]!;
  const attempts = [
    { ...passed.attempts[0]!, status: 'failed' as const, failures: [{ message: 'afterScenario failed' }] },
  ];
  const summary = summaryOf({ ...SMALL_RUN, tests: [{ ...passed, status: 'failed', attempts }] });
  expect(summary.scenarios[1]).toMatchObject({ status: 'failed', error: 'afterScenario failed' });
});

test('the paths of checks may be any strings', () => {
  const outcome = { ...failed.attempts[0]!.result!.outcomes[0]!, path: '__proto__' };
  const result = { ...failed.attempts[0]!.result!, outcomes: [outcome] };
  const text = textOf({ ...SMALL_RUN, tests: [{ ...failed, attempts: [{ ...failed.attempts[0]!, result }] }] });
  expect(text).toContain('"__proto__":{"passed":true,');
});

test('thousands of tests', () => {
  const model = runModel({
    passed: 900,
    failed: 50,
    flaky: 20,
    crashed: 5,
    notRun: 5,
    skipped: 20,
    todo: 10,
    byHand: 5,
  });
  expect(summaryOf(model)).toMatchObject({ total: 1015, passed: 925, failed: 60, skipped: 30 });
});
