import { testPlace } from '../../../../src/run-report/model/test-place';

const file = 'tests/auth.test.ts';

test.each([
  ['its own file', { file, location: { file, line: 3, column: 1 } }, { file, line: 3 }],
  [
    'a file of scenarios',
    { file, location: { file: 'tests/scenarios.ts', line: 25, column: 3 } },
    { file: 'tests/scenarios.ts', line: 25, testFile: file },
  ],
  ['an unknown line', { file }, { file }],
])('a test that is defined in %s', (_what, test, place) => {
  expect(testPlace(test)).toEqual(place);
});
