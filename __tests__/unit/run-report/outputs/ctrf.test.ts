import { parse, schema, validate } from 'ctrf';
import type { RunModel } from '../../../../src/run-report/model/run-model';
import { ctrfText } from '../../../../src/run-report/outputs/ctrf';
import { runModel } from '../../../support/run-models';
import { runWithText, SMALL_RUN } from '../../../support/small-run-model';

const textOf = (model: RunModel): string => [...ctrfText(model)].join('');

/** The problems that the published schema finds. */
function problemsOf(model: RunModel): unknown {
  return validate(parse(textOf(model))).errors;
}

test('a run with every status', () => {
  expect(textOf(SMALL_RUN)).toMatchSnapshot();
});

test.each<[what: string, model: RunModel]>([
  ['a run with every status', SMALL_RUN],
  ['an empty run', runModel()],
  ['a run without optional fields', { run: runModel().run, tests: [] }],
  [
    'tests without names and blocks',
    { ...SMALL_RUN, tests: SMALL_RUN.tests.map((test) => ({ ...test, name: '', ancestors: [] })) },
  ],
  ['strings from elsewhere', runWithText('\u0000</script>\ud800')],
  [
    'a thousand tests',
    runModel({
      seed: 7,
      passed: 800,
      failed: 100,
      flaky: 30,
      crashed: 10,
      notRun: 10,
      skipped: 30,
      todo: 10,
      byHand: 10,
    }),
  ],
])('%s is valid by the published schema', (_what, model) => {
  expect(problemsOf(model) ?? []).toEqual([]);
});

test('the schema refuses what is not valid', () => {
  const broken = parse(textOf(SMALL_RUN).replace('"status":"pending"', '"status":"todo"'));
  expect(validate(broken).valid).toBe(false);
  expect(schema).toMatchObject({ title: 'CTRF JSON Schema' });
});

test('the summary counts what the tests say', () => {
  const { results } = parse(textOf(SMALL_RUN));
  const count = (status: string): number => results.tests.filter((test) => test.status === status).length;
  const { tests, passed, failed, skipped, pending, other, flaky } = results.summary;
  expect({ passed, failed, skipped, pending, other }).toEqual(
    Object.fromEntries(['passed', 'failed', 'skipped', 'pending', 'other'].map((status) => [status, count(status)])),
  );
  expect({ tests, flaky }).toEqual({ tests: results.tests.length, flaky: 1 });
});

test('a flaky test has its retries and its failed attempts', () => {
  const flaky = parse(textOf(SMALL_RUN)).results.tests.find(({ name }) => name === 'config_get')!;
  expect(flaky).toMatchObject({ status: 'passed', flaky: true, retries: 1, rawStatus: 'flaky' });
  expect(flaky.retryAttempts).toMatchObject([{ attempt: 1, status: 'failed' }]);
  expect(flaky.retryAttempts![0]!.message).toContain('Scenario "config_get" failed: 2 of 3 checks');
});

test('a line is one of the file that it is said to be in', () => {
  const [test] = SMALL_RUN.tests;
  const location = { file: 'tests/scenarios.ts', line: 25, column: 3 };
  const model: RunModel = { ...SMALL_RUN, tests: [{ ...test!, location }] };
  expect(parse(textOf(model)).results.tests[1]).toMatchObject({
    ...{ filePath: 'tests/scenarios.ts', line: 25 },
    extra: { testFile: 'tests/connector.test.ts' },
  });
});

test('a scenario that was flaky by its own retries counts its requests', () => {
  const passed = SMALL_RUN.tests[0]!;
  const attempts = [{ ...passed.attempts[0]!, result: { ...passed.attempts[0]!.result!, attempts: 3 } }];
  const model: RunModel = { ...SMALL_RUN, tests: [{ ...passed, status: 'flaky', attempts }] };
  expect(parse(textOf(model)).results.tests[1]).toMatchObject({ flaky: true, retries: 2 });
});
