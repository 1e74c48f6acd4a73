import type { Scenario } from './scenario';

/**
 * Returns the scenarios as they are, with types: the editor offers each API's arguments and known answer paths, and a
 * misspelt field is a compile error. Plain arrays work as well; problems are found by `describeConnector` either way.
 *
 * @example
 * export const scenarios = defineScenarios([
 *   { name: 'auth_valid', api: 'auth', args: { credentials }, assertThat: { success: equals(true) } },
 * ]);
 */
export function defineScenarios(scenarios: readonly Scenario[]): readonly Scenario[] {
  return scenarios;
}
