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
}

const SKIPPED = / \(skipped(?:: (?:missing ([\w, ]+)|.*))?\)$/;

/**
 * What there is to say when every test that was asked for (by `jest -t`, if `pattern` is given) was skipped, scenarios
 * among them, or when some were for missing variables; else `undefined`. Jest itself shows no titles of skipped tests
 * when it runs several files.
 */
export function skippedReport(tests: readonly EndedTest[], pattern?: string): SkippedReport | undefined {
  const asked = pattern ? tests.filter(({ fullName }) => new RegExp(pattern, 'i').test(fullName)) : tests;
  const skipped = asked.map(({ title }) => SKIPPED.exec(title)).filter((match) => match !== null);
  if (skipped.length === 0) return undefined;
  const lacking = skipped.flatMap(([, names]) => names ?? []);
  const missing = [...new Set(lacking.flatMap((names) => names.split(', ')))];
  const reason = missing.length === 0 ? '' : ` Not set: ${missing.join(', ')}.`;
  if (!asked.some(({ status }) => status === 'passed' || status === 'failed')) {
    const all = asked.length === 1 ? 'the one test was' : `all ${asked.length} tests were`;
    return { text: `Nothing was checked: ${all} skipped.${reason}`, nothingChecked: true };
  }
  if (missing.length === 0) return undefined;
  const some = lacking.length === 1 ? 'One scenario was' : `${lacking.length} scenarios were`;
  return { text: `${some} skipped.${reason}`, nothingChecked: false };
}
