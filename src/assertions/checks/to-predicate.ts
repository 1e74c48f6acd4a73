import type { CallSite } from '../../call-site';
import { definePredicate, isPredicate, type Predicate } from '../predicates/predicate';
import { deepEqual } from '../values/deep-equal';
import { explainDifference } from '../values/difference';
import { printValue } from '../values/print';
import { escapeControls } from '../values/quote';
import type { AsymmetricMatcherLike } from './check';
import { expectedProblem } from './check-problem';

const NO_CALL_SITE: CallSite = { frame: undefined };
const SOURCE_LENGTH = 100;

/** Converts a check to a predicate: a predicate (unchanged), a function, an asymmetric matcher or a plain value. */
export function toPredicate(check: unknown): Predicate {
  if (isPredicate(check)) return check;
  if (typeof check === 'function') return functionPredicate(check as (value: unknown) => unknown);
  return isAsymmetric(check) ? asymmetricPredicate(check) : valuePredicate(check);
}

function functionPredicate(check: (value: unknown) => unknown): Predicate {
  return definePredicate({
    factory: toPredicate,
    callSite: NO_CALL_SITE,
    describe: () => `a value that passes ${sourceText(check)}`,
    test: check,
  });
}

function asymmetricPredicate(matcher: AsymmetricMatcherLike): Predicate {
  return definePredicate({
    factory: toPredicate,
    callSite: NO_CALL_SITE,
    describe: () => printValue(matcher),
    test: (value) => matcher.asymmetricMatch(value),
  });
}

function valuePredicate(expected: unknown): Predicate {
  return definePredicate({
    factory: toPredicate,
    callSite: NO_CALL_SITE,
    problem: expectedProblem(expected),
    expectedValue: expected,
    describe: () => `equal to ${printValue(expected)}`,
    test: (value) => deepEqual(value, expected),
    explain: (value) => explainDifference(value, expected),
  });
}

function isAsymmetric(value: unknown): value is AsymmetricMatcherLike {
  return (
    typeof value === 'object' &&
    value !== null &&
    typeof (value as Partial<AsymmetricMatcherLike>).asymmetricMatch === 'function'
  );
}

/** A function's source on one line, or its name if the source is too long. */
export function sourceText(check: (...args: never[]) => unknown): string {
  const source = escapeControls(Function.prototype.toString.call(check).replace(/\s+/g, ' '));
  if (source.length <= SOURCE_LENGTH) return source;
  return /^\w+$/.test(check.name) ? `${check.name}()` : `${source.slice(0, SOURCE_LENGTH)}…`;
}
