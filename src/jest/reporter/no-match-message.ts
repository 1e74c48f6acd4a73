/** The names of a test in Jest's results. */
export interface TestName {
  readonly fullName: string;
  readonly title: string;
}

/** The message if `pattern` (`jest -t`) matches none of `tests`; `undefined` if it matches one, or if there are no tests. */
export function noMatchMessage(pattern: string, tests: readonly TestName[]): string | undefined {
  if (tests.length === 0) return undefined;
  const regex = new RegExp(pattern, 'i'); // Same as Jest.
  if (tests.some(({ fullName }) => regex.test(fullName))) return undefined;
  const { nearestName } = require('../../validation/problems') as typeof import('../../validation/problems');
  // A scenario's title also contains its tags and the reason why it is skipped.
  const names = tests.flatMap(({ title }) => [title, title.split(' ')[0] ?? title]);
  const nearest = nearestName(pattern, names);
  const hint = nearest === undefined ? '' : ` Did you mean "${nearest}"?`;
  return `No test name matches -t "${pattern}", so nothing was checked.${hint}`;
}
