/** A test, as Jest's results name it. */
export interface TestName {
  readonly fullName: string;
  readonly title: string;
}

/** What to say when `pattern` (`jest -t`) matches none of `tests`; `undefined` when it matches one, or there are none. */
export function noMatchMessage(pattern: string, tests: readonly TestName[]): string | undefined {
  if (tests.length === 0) return undefined;
  const regex = new RegExp(pattern, 'i'); // As Jest reads it.
  if (tests.some(({ fullName }) => regex.test(fullName))) return undefined;
  const { nearestName } = require('../../validation/problems') as typeof import('../../validation/problems');
  // Behind a scenario's name stand its tags and the reason it is skipped.
  const names = tests.flatMap(({ title }) => [title, title.split(' ')[0] ?? title]);
  const nearest = nearestName(pattern, names);
  const hint = nearest === undefined ? '' : ` Did you mean "${nearest}"?`;
  return `No test name matches -t "${pattern}", so nothing was checked.${hint}`;
}
