import type { CheckOutcome } from '../assertions/outcome';
import type { ScenarioResult } from '../runner/scenario-result';

/** The failed checks of a result, in order. */
export function failedChecks({ outcomes }: ScenarioResult): readonly CheckOutcome[] {
  return outcomes.filter(({ passed }) => !passed);
}
