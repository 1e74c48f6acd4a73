import type { Scenario } from './scenario';

/**
 * Returns the scenarios unchanged, with types: the editor offers each API's arguments and known response paths, and a
 * misspelled field is a compile error. Plain arrays work too; `describeConnector` reports problems either way.
 *
 * @example
 * export const scenarios = defineScenarios([
 *   { name: 'auth_valid', api: 'auth', args: { credentials }, assertThat: { success: equals(true) } },
 * ]);
 */
export function defineScenarios(scenarios: readonly Scenario[]): readonly Scenario[] {
  return scenarios;
}
