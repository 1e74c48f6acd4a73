import type { CheckOutcome } from '../assertions/outcome';
import type { ScenarioResult } from '../runner/scenario-result';

/** How many failed checks a report shows in full. */
export const CHECKS_SHOWN = 20;

/** The failed checks of a result, in order. */
export function failedChecks({ outcomes }: ScenarioResult): readonly CheckOutcome[] {
  return outcomes.filter(({ passed }) => !passed);
}
