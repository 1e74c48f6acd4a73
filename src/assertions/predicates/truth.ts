import { typePhrase } from '../values/print';
import { isEmptyContainer } from './container';
import { definePredicate, markFactories, type Predicate, type PredicateOptions } from './predicate';

/** `true` itself; `1` and `'true'` are not (see {@link isTruthy}). */
export function isTrue(options?: PredicateOptions): Predicate<boolean> {
  return definePredicate({
    factory: isTrue,
    options,
    expectedValue: true,
    describe: () => 'true',
    test: (value) => value === true,
    explain: explainNoBoolean,
  });
}

/** `false` itself; `0`, `''` and `null` are not (see {@link isFalsy}). */
export function isFalse(options?: PredicateOptions): Predicate<boolean> {
  return definePredicate({
    factory: isFalse,
    options,
    expectedValue: false,
    describe: () => 'false',
    test: (value) => value === false,
    explain: explainNoBoolean,
  });
}

/** Anything but `false`, `0`, `''`, `null` and `NaN`; empty arrays and objects are truthy, as in JavaScript. */
export function isTruthy(options?: PredicateOptions): Predicate {
  return definePredicate({ factory: isTruthy, options, describe: () => 'a truthy value', test: Boolean });
}

/** `false`, `0`, `''`, `null` or `NaN`, and there. */
export function isFalsy(options?: PredicateOptions): Predicate {
  return definePredicate({
    factory: isFalsy,
    options,
    describe: () => 'a falsy value that is there (false, 0, "" or null)',
    test: (value) => !value,
    explain: (value) =>
      isEmptyContainer(value) ? 'in JavaScript it is truthy, though empty: use isEmpty()' : undefined,
  });
}

function explainNoBoolean(value: unknown): string | undefined {
  return typeof value === 'boolean' ? undefined : `${typePhrase(value)}, where a boolean was expected`;
}

markFactories(isTrue, isFalse, isTruthy, isFalsy);
