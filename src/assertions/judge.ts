import { isConnectorTestError } from '../errors';
import type { Predicate } from './predicates/predicate';
import { thrownText } from './values/print';

/** The result of one predicate for one value. */
export interface Judgement {
  readonly passed: boolean;
  /** Only on failure: the reason, in addition to the description. */
  readonly reason?: string | undefined;
}

const PASSED: Judgement = { passed: true };

/** Calls `predicate` once; if it throws, it fails, with the error as the reason. */
export function judge(predicate: Predicate, value: unknown): Judgement {
  try {
    return predicate(value) ? PASSED : { passed: false, reason: predicate.explain(value) };
  } catch (error) {
    return { passed: false, reason: explanation(predicate, value) ?? checkErrorText(error) };
  }
}

/** A combination can report which of its children threw. */
function explanation(predicate: Predicate, value: unknown): string | undefined {
  if (predicate.problem !== undefined) return undefined;
  try {
    return predicate.explain(value) || undefined;
  } catch {
    // `explain` runs the same check, so it throws the same error.
    return undefined;
  }
}

/**
 * Whether `test` returns true for each item; one false decides. If no item returns false, an error is rethrown, because
 * otherwise `.not` would turn it into a pass.
 */
export function everyYes<Item>(items: readonly Item[], test: (item: Item) => boolean): boolean {
  return !someYes(items, (item) => !test(item));
}

/** Whether `test` returns true for an item; an error is rethrown unless it returns true for another item. */
export function someYes<Item>(items: readonly Item[], test: (item: Item) => boolean): boolean {
  const thrown: unknown[] = [];
  for (const item of items) {
    try {
      if (test(item)) return true;
    } catch (error) {
      thrown.push(error);
    }
  }
  if (thrown.length > 0) throw thrown[0];
  return false;
}

/** The reason for a check that threw. */
export function checkErrorText(error: unknown): string {
  if (isConnectorTestError(error)) return error.why === undefined ? error.what : `${error.what} ${error.why}`;
  return `the check threw ${thrownText(error)}`;
}
