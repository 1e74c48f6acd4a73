import { relative } from 'node:path';
import type { TestName } from './no-match-message';

/** A test, as Jest's results tell of it. */
export interface EndedTest extends TestName {
  readonly status?: string;
}

/** What a run's last line says about skipped scenarios. */
export interface SkippedReport {
  readonly text: string;
  /** Whether none of the tests that were asked for ran. */
  readonly nothingChecked: boolean;
  /** The variables that kept scenarios from running. */
  readonly missing: readonly string[];
}

/** A test file, as Jest's results tell of it. */
export interface EndedFile {
  readonly testFilePath?: string;
  readonly testResults: readonly EndedTest[];
}

const MOST_LINES = 30;

const SKIPPED = / \(skipped(?:: (?:missing ([\w, ]+)|.*))?\)$/;

/**
 * What there is to say when every test that was asked for (by `jest -t`, if `pattern` is given) was skipped, scenarios
 * among them, or when some were for missing variables; else `undefined`. Jest itself shows no titles of skipped tests
 * when it runs several files.
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

/** The skipped scenarios that were asked for, with their reasons, a line each: of several files Jest shows none. */
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
  const regex = new RegExp(pattern, 'i'); // As Jest reads it.
  return tests.filter(({ fullName }) => regex.test(fullName));
}
