import type { CheckOutcome } from '../assertions/outcome';
import type { PlainCopier } from '../redaction/copies/plain-copy';
import { redactingCopier } from '../redaction/process-redactor';
import type { ScenarioResult } from './scenario-result';

/** The result as plain data without secrets, so that it may leave the process. */
export function redactResult(result: ScenarioResult): ScenarioResult {
  const copier = redactingCopier();
  const { outcomes, ...rest } = result;
  return {
    ...(copier.value(rest) as Omit<ScenarioResult, 'outcomes'>),
    outcomes: outcomes.map((outcome) => redactOutcome(outcome, copier)),
  };
}

/**
 * The outcome's values are found under the keys of its path: a value at `data.token` is a secret because of its name. The
 * location is in the user's own code.
 */
function redactOutcome(outcome: CheckOutcome, copier: PlainCopier): CheckOutcome {
  const names = outcome.path.split('.');
  const made: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(outcome)) {
    if (name === 'location') made[name] = value;
    else made[name] = copier.valueUnder(name === 'received' || name === 'expectedValue' ? names : [name], value);
  }
  return made as unknown as CheckOutcome;
}
