import { expect, test } from '@jest/globals';
import type { Locator } from '../../../../src/jest/failure/locator';
import { scenariosError } from '../../../../src/jest/failure/scenarios-error';
import type { Problem } from '../../../../src/validation/problems';

const locator = {
  placeElsewhere: ({ name, isFirst }: { name: string; isFirst: boolean }) =>
    name === 'here' ? undefined : { file: '/app/scenarios.ts', line: isFirst ? 3 : 9, column: 5 },
} as unknown as Locator;

const scenarios = [{ name: 'there' }, { name: 'here' }, { name: 'there' }, { api: 'auth' }];
const problem = (where: string, scenario: number | undefined, field = 'api'): Problem => ({
  ...{ where, scenario, field },
  expected: 'a right one',
});

function describeBlock(problems: readonly Problem[], given: unknown = scenarios): Error {
  return scenariosError(problems, { scenarios: given, locator, callee: describeBlock });
}

test.each([
  ['scenario "there"', 0, 'api', 'scenario "there" (scenarios.ts:3), api'],
  ['scenario "there", eventually', 0, 'timeout', 'scenario "there", eventually (scenarios.ts:3), timeout'],
  ['scenario "there"', 2, 'name', 'scenario "there" (scenarios.ts:9), name'],
  ['scenario "there"', 2, 'api', 'scenario "there" (scenarios.ts:9), api'],
  ['scenario 4', 3, 'name', 'scenario 4 (scenarios.ts:9), name'],
])('%s (%s), %s is shown at the line of its scenario', (where, index, field, text) => {
  const { stack = '', message } = describeBlock([problem('options', undefined), problem(where, index, field)]);
  expect(message).toContain(`2. ${text}: expected a right one`);
  expect(/^ +at .*$/m.exec(stack)?.[0]).toMatch(/^ +at \/app\/scenarios\.ts:[39]:5$/);
  expect(stack).toContain('scenarios-error.test.ts');
});

test.each([
  ['of the test’s own file', 'scenario "here"', 1, scenarios],
  ['of options', 'options of describeConnector', undefined, scenarios],
  ['of what is no list', 'scenarios', undefined, 'none'],
  ['of a number that there is not', 'scenario 9', 8, scenarios],
])('a problem %s is shown at the call', (_what, where, index, given) => {
  const { stack = '', message } = describeBlock([problem(where, index)], given);
  expect(message).toContain(`Why: ${where}, api: expected a right one`);
  expect(/^ +at .*$/m.exec(stack)?.[0]).toContain('scenarios-error.test.ts');
});
