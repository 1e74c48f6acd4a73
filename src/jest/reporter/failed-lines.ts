import { relative } from 'node:path';
import { type FailedScenario, failedScenarioOf } from '../failed-scenario';
import type { EndedFile, EndedTest } from './skipped-report';

const MOST_LINES = 50;

/** A failed test in Jest's results. */
interface FailedTest extends EndedTest {
  readonly failureDetails?: readonly unknown[] | undefined;
}

/** The failed scenarios of a run, one line each: name, cause and place. */
export function failedLines(files: readonly EndedFile[], rootDir: string): string[] {
  const sorted = [...files].sort((one, other) => ((one.testFilePath ?? '') < (other.testFilePath ?? '') ? -1 : 1));
  const lines = sorted.flatMap(({ testFilePath = '', testResults }) =>
    (testResults as readonly FailedTest[]).flatMap(({ fullName, status, failureDetails }) => {
      const failed = status === 'failed' ? failedScenarioOf(failureDetails) : undefined;
      return failed === undefined ? [] : [`  ${fullName}: ${failed.why} (${placeOf(failed, testFilePath, rootDir)})`];
    }),
  );
  if (lines.length === 0) return [];
  const more = lines.length > MOST_LINES ? [`  … ${lines.length - MOST_LINES} more`] : [];
  return ['Failed scenarios:', ...lines.slice(0, MOST_LINES), ...more];
}

function placeOf({ frame = '' }: FailedScenario, testFile: string, rootDir: string): string {
  const [, file = testFile, line] = /^\s*at (?:.*? \()?(?:file:\/\/)?(.+?):(\d+):\d+\)?$/.exec(frame) ?? [];
  return `${relative(rootDir, file)}${line === undefined ? '' : `:${line}`}`;
}
