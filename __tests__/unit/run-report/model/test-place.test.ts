import type { AttemptOfTest, TestRecord } from '../../../../src/run-report/model/run-model';
import { testLocation, testPlace } from '../../../../src/run-report/model/test-place';

const file = 'tests/auth.test.ts';
const record = (changed: Partial<TestRecord>): TestRecord => ({
  ...{ file, fullName: 'a', name: 'a', ordinal: 0, ancestors: [], status: 'passed', attempts: [] },
  ...changed,
});
const failed: AttemptOfTest = {
  ...{ status: 'failed', startedAt: 0, durationMs: 1, worker: 1, slot: 0 },
  failures: [{ message: 'without' }, { message: 'with', location: { file, line: 15, column: 25 } }],
};
const passed: AttemptOfTest = { ...failed, status: 'passed' };

test.each([
  ['its own file', record({ location: { file, line: 3, column: 1 } }), { file, line: 3 }],
  [
    'a file of scenarios',
    record({ location: { file: 'tests/scenarios.ts', line: 25, column: 3 } }),
    { file: 'tests/scenarios.ts', line: 25, testFile: file },
  ],
  ['an unknown line', record({}), { file }],
])('a test that is defined in %s', (_what, test, place) => {
  expect(testPlace(test)).toEqual(place);
});

test.each([
  ['failed', [failed], 15],
  ['flaky', [failed, passed], 15],
  ['passed', [passed], undefined],
] as const)('of a %s test whose place is unknown, it is the line that failed', (status, attempts, line) => {
  expect(testLocation(record({ status, attempts }))?.line).toBe(line);
});
