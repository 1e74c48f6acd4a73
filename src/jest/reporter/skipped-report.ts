import { relative } from 'node:path';
import type { TestName } from './no-match-message';

/** A test in Jest's results. */
export interface EndedTest extends TestName {
  readonly status?: string;
}

/** What the last line of a run reports about skipped scenarios. */
export interface SkippedReport {
  readonly text: string;
  /** Whether none of the selected tests ran. */
  readonly nothingChecked: boolean;
  /** The variables that kept scenarios from running. */
  readonly missing: readonly string[];
}

/** A test file in Jest's results. */
export interface EndedFile {
  readonly testFilePath?: string;
  readonly testResults: readonly EndedTest[];
}

const MOST_LINES = 30;

const SKIPPED = / \(skipped(?:: (?:missing ([\w, ]+)|.*))?\)$/;

/**
 * Reports that every selected test (by `jest -t`, if `pattern` is given) was skipped, scenarios among them, or that some
 * were skipped because of missing variables; otherwise `undefined`. Jest itself shows no titles of skipped tests if it
 * runs several files.
 */
export function skippedReport(tests: readonly EndedTest[], pattern?: string): SkippedReport | undefined {
  const asked = askedFor(tests, pattern);
  const skipped = asked.map(({ title }) => SKIPPED.exec(title)).filter((match) => match !== null);
  if (skipped.length === 0) return undefined;
  const lacking = skipped.flatMap(([, names]) => names ?? []);
  const missing = [...new Set(lacking.flatMap((names) => names.split(', ')))];
  const reason = missing.length === 0 ? '' : ` Not set: ${missing.join(', ')}.`;
  if (!asked.some(({ status }) => status === 'passed' || status === 'failed')) {
    const all = asked.length === 1 ? 'the one test was' : `all ${asked.length} tests were`;
    return { text: `Nothing was checked: ${all} skipped.${reason}`, nothingChecked: true, missing };
  }
  if (missing.length === 0) return undefined;
  const some = lacking.length === 1 ? 'One scenario was' : `${lacking.length} scenarios were`;
  return { text: `${some} skipped.${reason}`, nothingChecked: false, missing };
}

/** The selected scenarios that were skipped, one line each with the reason. Jest shows none if it runs several files. */
export function skippedLines(files: readonly EndedFile[], rootDir: string, pattern?: string): string[] {
  const lines = files.flatMap(({ testFilePath = '', testResults }) =>
    askedFor(testResults, pattern)
      .filter(({ title, status }) => status === 'pending' && SKIPPED.test(title))
      .map(({ fullName }) => `  ${relative(rootDir, testFilePath)}: ${fullName}`),
  );
  if (lines.length === 0) return [];
  const more = lines.length > MOST_LINES ? [`  … ${lines.length - MOST_LINES} more`] : [];
  return ['Skipped scenarios:', ...lines.slice(0, MOST_LINES), ...more];
}

function askedFor(tests: readonly EndedTest[], pattern: string | undefined): readonly EndedTest[] {
  if (!pattern) return tests;
  const regex = new RegExp(pattern, 'i'); // Same as Jest.
  return tests.filter(({ fullName }) => regex.test(fullName));
}
