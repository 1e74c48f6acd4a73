import { testId } from '../../../../src/run-report/model/test-id';
import { runModel } from '../../../support/run-models';

const KEY = { project: 'a', file: 'tests/a.test.ts', fullName: 'block name', ordinal: 0 };

test('is short, the same in each run, and allowed in an address', () => {
  expect(testId(KEY)).toBe('b4736fd64c80');
  expect(testId({ ...KEY })).toBe(testId(KEY));
  expect(testId({ file: 'x', fullName: '<img>&"', ordinal: 0 })).toMatch(/^[0-9a-f]{12}$/);
});

test.each([
  ['project', { project: 'b' }],
  ['missing project', { project: undefined }],
  ['file', { file: 'tests/b.test.ts' }],
  ['name', { fullName: 'block other' }],
  ['ordinal', { ordinal: 1 }],
])('differs with another %s', (_what, changed) => {
  expect(testId({ ...KEY, ...changed })).not.toBe(testId(KEY));
});

test('differs for each of 1,000 tests', () => {
  const { tests } = runModel({ passed: 1_000 });
  expect(new Set(tests.map(testId)).size).toBe(1_000);
});
