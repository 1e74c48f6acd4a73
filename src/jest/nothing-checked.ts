import type { TestName } from './no-match-message';

/** A test, as Jest's results tell of it. */
export interface EndedTest extends TestName {
  readonly status?: string;
}

const SKIPPED = / \(skipped(?:: (?:missing ([\w, ]+)|.*))?\)$/;

/**
 * What to say when every test that was asked for (by `jest -t`, if `pattern` is given) was skipped, scenarios among
 * them; `undefined` when one ran.
 */
export function nothingChecked(tests: readonly EndedTest[], pattern?: string): string | undefined {
  const asked = pattern ? tests.filter(({ fullName }) => new RegExp(pattern, 'i').test(fullName)) : tests;
  if (asked.some(({ status }) => status === 'passed' || status === 'failed')) return undefined;
  const skipped = asked.map(({ title }) => SKIPPED.exec(title)).filter((match) => match !== null);
  if (skipped.length === 0) return undefined;
  const missing = [...new Set(skipped.flatMap(([, names]) => names?.split(', ') ?? []))];
  const reason = missing.length === 0 ? '' : ` Not set: ${missing.join(', ')}.`;
  return `Nothing was checked: ${asked.length === 1 ? 'the one test was' : `all ${asked.length} tests were`} skipped.${reason}`;
}
