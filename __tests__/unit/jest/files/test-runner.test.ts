import runTestFile from '../../../../src/jest/files/test-runner';
import { JEST_RUNNER } from '../../../../src/jest/preset/jest-runner';
import { currentTestFile } from '../../../../src/jest/test-file';

const COMMAND = 'a\n::error::b';
const BROKEN = 'a\n│ ::error::b';
const run = jest.fn<Promise<unknown>, unknown[]>();
jest.mock(
  '/a-function',
  () =>
    (...given: unknown[]) =>
      run(...given),
  { virtual: true },
);
jest.mock('/a-default', () => ({ default: (...given: unknown[]) => run(...given) }), { virtual: true });

const RUNTIME = {};
const runWith = (path: string): Promise<unknown> =>
  runTestFile(
    { maxConcurrency: 5 },
    { globals: { [JEST_RUNNER]: path } },
    { global: globalThis },
    RUNTIME,
    'file.test.js',
  );

test.each(['/a-function', '/a-default'])(
  'runs a file with Jest’s own runner, as it is exported by %s',
  async (path) => {
    run.mockResolvedValueOnce({ failureMessage: COMMAND, testResults: [] });
    expect(await runWith(path)).toEqual({ failureMessage: BROKEN, testResults: [] });
    expect(run.mock.lastCall?.slice(3)).toEqual([RUNTIME, 'file.test.js']);
  },
);

test('the client knows the file while it runs, and that it has ended', async () => {
  const ended: unknown[] = [];
  run.mockImplementationOnce(() => {
    ended.push(currentTestFile()?.ended.aborted);
    return Promise.resolve({ testResults: [] });
  });
  await runWith('/a-function');
  expect([...ended, currentTestFile()?.ended.aborted]).toEqual([false, true]);
});

test('a file that could not be run has ended too, and its error has no command', async () => {
  run.mockRejectedValueOnce(new Error(COMMAND));
  await expect(runWith('/a-function')).rejects.toThrow(BROKEN);
  expect(currentTestFile()?.ended.aborted).toBe(true);
});
