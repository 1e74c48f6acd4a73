import { isConnectorTestError } from '../errors';
import type { Predicate } from './predicates/predicate';
import { thrownText } from './values/print';

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
    return { passed: false, reason: explanation(predicate, value) ?? checkErrorText(error) };
  }
}

/** A combination can tell which of its children threw. */
function explanation(predicate: Predicate, value: unknown): string | undefined {
  if (predicate.problem !== undefined) return undefined;
  try {
    return predicate.explain(value) || undefined;
  } catch {
    // What explains runs the same check: what it throws is what the check threw.
    return undefined;
  }
}

/**
 * Whether `test` says yes to each item: one no decides. A throw decides nothing, so where no no stands against it, it is
 * passed on; otherwise `.not` would make a yes of it.
 */
export function everyYes<Item>(items: readonly Item[], test: (item: Item) => boolean): boolean {
  return !someYes(items, (item) => !test(item));
}

/** Whether `test` says yes to an item; a throw is passed on unless it says yes to another. */
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

/** What to say of an error that a check threw. */
export function checkErrorText(error: unknown): string {
  if (isConnectorTestError(error)) return error.why === undefined ? error.what : `${error.what} ${error.why}`;
  return `the check threw ${thrownText(error)}`;
}
