import type { CheckOutcome } from '../assertions/outcome';
import type { Json } from '../json';
import { redactText, redactValue } from '../redaction/process-redactor';
import type { ScenarioResult } from './scenario-result';

/** A result as it may leave the process: plain JSON, without secrets. */
export function redactResult(result: ScenarioResult): ScenarioResult {
  const { outcomes, ...rest } = result;
  return { ...(redactValue(rest) as Omit<ScenarioResult, 'outcomes'>), outcomes: outcomes.map(redactOutcome) };
}

function redactOutcome(outcome: CheckOutcome): CheckOutcome {
  // `expected` of a passed check is a getter: it is formatted here, for this copy is read.
  const entries = Object.entries(outcome).map(([field, value]) => [field, redactField(field, value, outcome.path)]);
  return Object.fromEntries(entries) as CheckOutcome;
}

function redactField(field: string, value: unknown, path: string): unknown {
  if (field === 'received' || field === 'expectedValue') return redactAt(path, value);
  return typeof value === 'string' && field !== 'location' ? redactText(value) : value;
}

/** What stands at `data.token` is a secret by its name, whatever it is. */
function redactAt(path: string, value: unknown): Json {
  const names = path.split('.');
  const whole: unknown = names.reduceRight<unknown>((inner, name) => ({ [name]: inner }), value);
  let inner: Json = redactValue(whole);
  for (const name of names) {
    if (typeof inner !== 'object' || inner === null) return inner;
    inner = inner[name];
  }
  return inner;
}
