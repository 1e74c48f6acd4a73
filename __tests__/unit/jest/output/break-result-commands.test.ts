import { breakErrorCommands, breakResultCommands } from '../../../../src/jest/output/break-result-commands';

const LINES = 'Error: x\n  ::error::a\n\u001b[31m::add-mask::b\nc\r::d ##[error]e ##vso[f]';
const BROKEN = 'Error: x\n  │ ::error::a\n\u001b[31m│ ::add-mask::b\nc\r│ ::d ##│[error]e ##│vso[f]';

test('breaks what Jest prints of a test file, and leaves the rest as it is', () => {
  const failed = { title: LINES, fullName: LINES, ancestorTitles: [LINES], failureMessages: [LINES, 'a'], duration: 3 };
  const result = { failureMessage: LINES, testResults: [failed], leaks: false };
  const broken = {
    title: BROKEN,
    fullName: LINES,
    ancestorTitles: [BROKEN],
    failureMessages: [BROKEN, 'a'],
    duration: 3,
  };
  expect(breakResultCommands(result)).toEqual({ failureMessage: BROKEN, testResults: [broken], leaks: false });
});

test('a title that starts with colons stays: Jest writes a mark before it', () => {
  const titled = { title: '::std', ancestorTitles: ['::a'], failureMessages: [] };
  expect(breakResultCommands({ failureMessage: null, testResults: [titled] })).toEqual({
    failureMessage: null,
    testResults: [titled],
  });
});

test('breaks what Jest prints of a test file that could not be run', () => {
  const error = new Error(LINES);
  error.stack = LINES;
  expect(breakErrorCommands(error)).toBe(error);
  expect([error.message, error.stack]).toEqual([BROKEN, BROKEN]);
  expect([null, 'text', Object.freeze({ message: LINES })].map(breakErrorCommands)).toEqual([
    null,
    'text',
    { message: LINES },
  ]);
});
