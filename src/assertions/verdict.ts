import { ConnectorTestError, isConnectorTestError } from '../errors';
import { printValue, thrownText, typePhrase } from './print';
import { isThenable } from './thenable';
import type { Predicate } from './predicate';

/** What a check returned, if it is a boolean; throws otherwise: a promise or a `1` is neither yes nor no. */
export function verdictOf(returned: unknown): boolean {
  if (typeof returned === 'boolean') return returned;
  throw new ConnectorTestError('INVALID_PREDICATE_ARGUMENT', returnedProblem(returned));
}

/** How one predicate judged one value. */
export interface Judgement {
  readonly passed: boolean;
  /** Only on failure: why, beyond what the description says. */
  readonly reason?: string | undefined;
}

const PASSED: Judgement = { passed: true };

/** Asks `predicate` once; a throw is a failure, with what was thrown as its reason. */
export function judge(predicate: Predicate, value: unknown): Judgement {
  try {
    return predicate(value) ? PASSED : { passed: false, reason: predicate.explain(value) };
  } catch (error) {
    return { passed: false, reason: checkErrorText(error) };
  }
}

/** Whether `predicate` holds; a throw is a no. Cheaper than {@link judge} where the reason may not be needed. */
export function holds(predicate: Predicate, value: unknown): boolean {
  try {
    return predicate(value);
  } catch {
    // `judge` is asked for the reason when the whole failed.
    return false;
  }
}

/** What to say of an error that a check threw. */
export function checkErrorText(error: unknown): string {
  if (isConnectorTestError(error)) return error.why === undefined ? error.what : `${error.what} ${error.why}`;
  return `the check threw ${thrownText(error)}`;
}

function returnedProblem(returned: unknown): { what: string; why: string; fix: string } {
  const why = 'A check must return true or false.';
  if (isThenable(returned)) {
    // Nobody will await it: without a handler its rejection would end the process.
    Promise.resolve(returned).catch(() => undefined);
    return { what: 'The check returned a promise.', why, fix: 'do the asynchronous work before, and check its value.' };
  }
  const fix = 'return a boolean; a factory such as `exists` is called: `exists()`.';
  return { what: `The check returned ${returnedText(returned)}.`, why, fix };
}

function returnedText(returned: unknown): string {
  if (returned === undefined) return 'nothing';
  if (returned === null) return 'null';
  if (typeof returned === 'function') return `${typePhrase(returned)} (are its parentheses missing?)`;
  return `${typePhrase(returned)}, ${printValue(returned, { maxLength: 100 })}`;
}
