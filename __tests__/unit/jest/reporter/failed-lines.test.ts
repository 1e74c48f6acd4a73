import { markFailed } from '../../../../src/jest/failed-scenario';
import { failedLines } from '../../../../src/jest/reporter/failed-lines';

const failed = (name: string, frame?: string) => ({
  title: name,
  fullName: `login ${name}`,
  status: 'failed',
  failureDetails: [markFailed(new Error('refused'), frame)],
});
const file = (name: string, ...testResults: readonly object[]) => ({
  testFilePath: `/app/${name}`,
  testResults: testResults as ReturnType<typeof failed>[],
});

test('failed scenarios are listed by file, with why and where; other tests are not', () => {
  const files = [
    file('b.test.ts', failed('last'), { ...failed('passes'), status: 'passed' }),
    file(
      'a.test.ts',
      failed('first', '    at Object.<anonymous> (/app/tests/scenarios.ts:12:5)'),
      failed('second', '    at /app/a.test.ts:3:1'),
      { ...failed('of Jest'), failureDetails: [new Error('x')] },
      { ...failed('without details'), failureDetails: undefined },
    ),
  ];

  expect(failedLines(files, '/app')).toEqual([
    'Failed scenarios:',
    '  login first: refused (tests/scenarios.ts:12)',
    '  login second: refused (a.test.ts:3)',
    '  login last: refused (b.test.ts)',
  ]);
});

test('there is nothing to list, or too much', () => {
  expect(failedLines([file('a.test.ts')], '/app')).toEqual([]);
  const many = file('a.test.ts', ...Array.from({ length: 60 }, (_, index) => failed(`s${index}`)));
  expect(failedLines([many], '/app').at(-1)).toBe('  … 10 more');
});
