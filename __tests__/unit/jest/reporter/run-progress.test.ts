import { afterEach, expect, jest, test } from '@jest/globals';
import { RunProgress } from '../../../../src/jest/reporter/run-progress';

afterEach(() => {
  jest.restoreAllMocks();
  process.exitCode = undefined;
});

function interrupted(files: number, steps: (progress: RunProgress) => void): RunProgress {
  jest.spyOn(process, 'once').mockReturnThis();
  const progress = new RunProgress('/app');
  progress.began(files);
  steps(progress);
  progress.interrupted('SIGINT');
  return progress;
}

test.each<[string, number, (progress: RunProgress) => void, string]>([
  ['before any hook or scenario ran', 2, () => undefined, 'not started: 2 test files'],
  [
    'in the first file',
    2,
    (progress) => {
      progress.fileStarted('/app/tests/a.test.ts');
      progress.testEnded('/app/tests/a.test.ts');
    },
    'not finished: tests/a.test.ts (1 test had ended); not started: 1 test file',
  ],
  [
    'in the last file',
    2,
    (progress) => {
      progress.fileStarted('/app/a.test.ts');
      progress.fileEnded('/app/a.test.ts');
      progress.fileStarted('/app/b.test.ts');
    },
    'not finished: b.test.ts (0 tests had ended)',
  ],
  [
    'while everything ended',
    1,
    (progress) => {
      progress.fileStarted('/app/a.test.ts');
      progress.testEnded('/app/a.test.ts');
      progress.fileEnded('/app/a.test.ts');
    },
    'the tests that had started ended (1) while the run was stopped',
  ],
])('says what did not run: interrupted %s', (_when, files, steps, rest) => {
  expect(interrupted(files, steps).text()).toBe(`Interrupted by SIGINT: this run did not pass; ${rest}. Run it again.`);
});

test('makes the process fail, and prints what it says when the process ends', () => {
  const write = jest.spyOn(process.stderr, 'write').mockReturnValue(true);
  const progress = interrupted(1, () => undefined);
  expect(process.exitCode).toBe(1);
  progress.fileStarted('/app/late.test.ts');
  const [event, print] = jest.mocked(process.once).mock.calls[0] as [string, () => void];
  expect(event).toBe('exit');
  print();
  expect(write).toHaveBeenCalledWith(`\n${progress.text()}\n`);
  expect(progress.text()).toContain('late.test.ts');
});

test('says what did not run if the process ends early, and makes it fail', () => {
  const written = jest.spyOn(process.stderr, 'write').mockReturnValue(true);
  const progress = new RunProgress('/app');
  progress.began(2);
  progress.fileStarted('/app/a.test.ts');
  progress.stopNow();
  expect(written).toHaveBeenCalledWith(
    expect.stringMatching(
      /The process ended before the run did: .*not finished: a\.test\.ts .* Look for process\.exit/,
    ),
  );
  expect(process.exitCode).toBe(1);
});

test('after a signal, the end of the process says nothing more', () => {
  const written = jest.spyOn(process.stderr, 'write').mockReturnValue(true);
  interrupted(1, () => undefined).stopNow();
  expect(written).not.toHaveBeenCalled();
});

test('says what --bail left out', () => {
  const progress = new RunProgress('/app');
  progress.began(3);
  progress.fileStarted('/app/a.test.ts');
  progress.fileEnded('/app/a.test.ts');
  expect(progress.leftOut('Stopped by --bail')).toBe('Stopped by --bail: not started: 2 test files.');
  progress.began(1);
  expect(progress.leftOut('Stopped by --bail')).toBeUndefined();
});
