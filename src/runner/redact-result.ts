import type { CheckOutcome } from '../assertions/outcome';
import type { Json } from '../json/json';
import { redactValue } from '../redaction/process-redactor';
import type { ScenarioResult } from './scenario-result';

/** The result as plain data without secrets, so that it may leave the process. */
export function redactResult(result: ScenarioResult): ScenarioResult {
  const { outcomes, ...rest } = result;
  // In a single call, because the redactor scans the environment each time.
  const redacted = redactValue({ rest, outcomes: outcomes.map(underNames) }) as {
    rest: Omit<ScenarioResult, 'outcomes'>;
    outcomes: readonly NamedOutcome[];
  };
  return {
    ...redacted.rest,
    outcomes: redacted.outcomes.map((outcome, index) => withValues(outcome, outcomes[index] as CheckOutcome)),
  };
}

/** Nests the outcome's values under the keys of its path: a value at `data.token` is a secret because of its name. */
interface NamedOutcome {
  readonly texts: Omit<CheckOutcome, 'received' | 'expectedValue' | 'location'>;
  readonly received: Json;
  readonly expectedValue: Json;
}

function underNames({ received, expectedValue, location: _ours, ...texts }: CheckOutcome): NamedOutcome {
  const { path } = texts;
  return { texts, received: nested(path, received), expectedValue: nested(path, expectedValue) };
}

/** Fields that the outcome doesn't have are not added. */
function withValues({ texts, received, expectedValue }: NamedOutcome, original: CheckOutcome): CheckOutcome {
  const { path, location } = original;
  return {
    ...texts,
    ...('received' in original ? { received: atPath(path, received) } : {}),
    ...('expectedValue' in original ? { expectedValue: atPath(path, expectedValue) } : {}),
    ...('location' in original ? { location } : {}),
  };
}

function nested(path: string, value: unknown): unknown {
  return path.split('.').reduceRight<unknown>((inner, name) => ({ [name]: inner }), value);
}

function atPath(path: string, value: Json): Json {
  let inner = value;
  for (const name of path.split('.')) {
    if (typeof inner !== 'object' || inner === null) return inner;
    inner = inner[name];
  }
  return inner;
}
