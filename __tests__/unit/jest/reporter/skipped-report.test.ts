import { skippedLines, skippedReport } from '../../../../src/jest/reporter/skipped-report';

const ended = (title: string, status = 'pending') => ({ title, fullName: `block ${title}`, status });
const [one, two] = [ended('one (skipped: missing MY_A, MY_B)'), ended('two @smoke (skipped: missing MY_B)')];
const byHand = ended('three');

test.each([
  ['none ran', [one, two, byHand], undefined, 'Nothing was checked: all 3 tests were skipped. Not set: MY_A, MY_B.'],
  ['for another reason', [ended('a (skipped: until Monday)')], '', 'Nothing was checked: the one test was skipped.'],
  ['for no reason', [ended('a (skipped)')], '', 'Nothing was checked: the one test was skipped.'],
  ['one passed', [one, ended('x', 'passed')], undefined, 'One scenario was skipped. Not set: MY_A, MY_B.'],
  ['one failed', [one, two, ended('x', 'failed')], '', '2 scenarios were skipped. Not set: MY_A, MY_B.'],
  ['one passed, one is put off', [ended('a (skipped: until Monday)'), ended('x', 'passed')], '', undefined],
  [
    '-t chose the skipped',
    [one, ended('x', 'passed')],
    'ONE',
    'Nothing was checked: the one test was skipped. Not set: MY_A, MY_B.',
  ],
  ['-t chose another', [one, ended('x', 'passed')], 'block x', undefined],
  ['no scenario among them', [byHand], undefined, undefined],
  ['no tests', [], undefined, undefined],
])('%s', (_what, tests, pattern, message) => {
  const report = skippedReport(tests, pattern);
  expect(report?.text).toBe(message);
  expect(report?.nothingChecked ?? false).toBe(message?.startsWith('Nothing') ?? false);
});

test('skipped scenarios are listed with file and reason; those that -t left out, and tests by hand, are not', () => {
  const files = [
    { testFilePath: '/app/tests/a.test.ts', testResults: [one, ended('ran', 'passed'), byHand] },
    {
      testFilePath: '/app/b.test.ts',
      testResults: [ended('put off (skipped: until Monday)'), ended('bare (skipped)')],
    },
  ];
  expect(skippedLines(files, '/app')).toEqual([
    'Skipped scenarios:',
    '  tests/a.test.ts: block one (skipped: missing MY_A, MY_B)',
    '  b.test.ts: block put off (skipped: until Monday)',
    '  b.test.ts: block bare (skipped)',
  ]);
  expect(skippedLines(files, '/app', 'PUT OFF')).toHaveLength(2);
  expect(skippedLines(files, '/app', 'ran')).toEqual([]);
  const many = [{ testFilePath: '/app/a.test.ts', testResults: Array.from({ length: 33 }, () => one) }];
  expect(skippedLines(many, '/app').at(-1)).toBe('  … 3 more');
});
