import type { Problem } from '../validation/problems';
import { isRecord, isText } from '../validation/shape';

/** The problems that `find` finds in each scenario, with the scenario's number. */
export function problemsByScenario(
  scenarios: readonly unknown[],
  find: (scenario: unknown, where: string, index: number) => readonly Problem[],
): Problem[] {
  return scenarios.flatMap((scenario, index) =>
    find(scenario, scenarioName(scenario, index), index).map((problem) => ({ ...problem, scenario: index })),
  );
}

/** `scenario "auth_valid"`, or the scenario's number if it has no name. */
function scenarioName(scenario: unknown, index: number): string {
  const name = isRecord(scenario) ? scenario['name'] : undefined;
  return isText(name) ? `scenario "${name}"` : `scenario ${index + 1}`;
}
