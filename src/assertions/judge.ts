import { isConnectorTestError } from '../errors';
import type { Predicate } from './predicate';
import { thrownText } from './print';

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
