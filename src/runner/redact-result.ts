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
 * location is the user's own code. Fields that the outcome doesn't have are not added.
 */
function redactOutcome(outcome: CheckOutcome, copier: PlainCopier): CheckOutcome {
  const { received, expectedValue, location, ...texts } = outcome;
  const made = copier.value(texts) as Mutable<CheckOutcome>;
  const names = texts.path.split('.');
  if ('received' in outcome) made.received = copier.valueUnder(names, received);
  if ('expectedValue' in outcome) made.expectedValue = copier.valueUnder(names, expectedValue);
  if ('location' in outcome) made.location = location;
  return made;
}

type Mutable<Fields> = { -readonly [Name in keyof Fields]: Fields[Name] };
