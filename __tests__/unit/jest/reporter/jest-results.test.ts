import { failuresOf, type FileResult, jestFile } from '../../../../src/jest/reporter/jest-results';

const test1 = {
  ...{ ancestorTitles: ['b'], title: 'a', fullName: 'b a', status: 'passed', failureMessages: [] },
};
const file = (over: Partial<FileResult>): FileResult => ({ testFilePath: '/app/a.test.js', testResults: [], ...over });
const read = (over: Partial<FileResult>, earlier: object[][] = []) =>
  jestFile(file(over), '/app', () => earlier as never);

test('a test of Jest 29, which has no start, and one of Jest 30', () => {
  const { tests } = read({
    testResults: [
      { ...test1, duration: null },
      { ...test1, duration: 7, startAt: 5, invocations: 2, location: { line: 3, column: 1 } },
    ],
  });
  expect(tests).toEqual([
    { ancestors: ['b'], title: 'a', fullName: 'b a', status: 'passed', durationMs: 0, invocations: 1, failures: [[]] },
    expect.objectContaining({ durationMs: 7, startedAt: 5, invocations: 2, location: { line: 3, column: 1 } }),
  ]);
});

test('each attempt keeps its failures; the last one is not counted twice', () => {
  const earlier = [[{ message: 'first' }], [{ message: 'second' }], [{ message: 'last' }]];
  const failed = { ...test1, status: 'failed', invocations: 3, failureMessages: ['last'] };
  expect(read({ testResults: [failed] }, earlier).tests[0]?.failures).toEqual(earlier);
});

test('a failure has no colours and names the first place in the user’s own files', () => {
  const message = [
    '\u001b[31mError\u001b[39m: no',
    '    at run (node:internal/a:1:2)',
    '    at call (/app/node_modules/x/y.js:1:2)',
    '    at Object.<anonymous> (/app/test/a.test.js:7:9)',
    '    at Object.<anonymous> (/app/b.js:1:1)',
  ].join('\n');
  expect(failuresOf({ failureMessages: [message, 'no frame'] }, '/app')).toEqual([
    {
      message: expect.stringMatching(/^Error: no\n/),
      location: { file: 'test/a.test.js', line: 7, column: 9 },
    },
    { message: 'no frame' },
  ]);
});

test('a long failure is cut, and has no secret at the cut', () => {
  process.env['CUT_PASSWORD'] = 'plum-harbour-77';
  const [failure] = failuresOf(
    { failureMessages: [`${'x'.repeat(19_995)}plum-harbour-77${'y'.repeat(5_000)}`] },
    '/app',
  );
  delete process.env['CUT_PASSWORD'];
  expect(failure?.message).toMatch(/^x+\[reda\n… 5,010 more characters$/);
});

test.each<[string, Partial<FileResult>, string | undefined]>([
  ['no error', {}, undefined],
  [
    'a file that cannot be loaded',
    { testExecError: { message: 'x' }, failureMessage: '● failed\n  code' },
    '● failed\n  code',
  ],
  [
    'an error beside tests, whose failures Jest prints too',
    { testExecError: { message: '', stack: 'Error: in afterAll' }, failureMessage: 'a and b', testResults: [test1] },
    'Error: in afterAll',
  ],
  ['an error without a stack', { testExecError: { message: 'no', stack: '' }, testResults: [test1] }, 'no'],
  ['a string', { testExecError: 'no', testResults: [test1] }, 'no'],
])('%s', (_what, over, error) => {
  expect(read(over).error).toBe(error);
});

test('a project is known by its display name', () => {
  expect(read({ displayName: { name: 'api' } }).project).toBe('api');
});
