import { typePhrase } from '../values/print';
import { isEmptyContainer } from './container';
import { definePredicate, markFactories, type Predicate, type PredicateOptions } from './predicate';

/**
 * Exactly `true`: `1` and `'true'` fail (see {@link isTruthy}).
 *
 * @example
 * success: isTrue()
 */
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

/**
 * Exactly `false`: `0`, `''` and `null` fail (see {@link isFalsy}).
 *
 * @example
 * success: isFalse()
 */
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

/**
 * Truthy in JavaScript: anything but `false`, `0`, `''`, `null` and `NaN`. Empty arrays and objects are truthy.
 *
 * @example
 * 'data.message': isTruthy()
 */
export function isTruthy(options?: PredicateOptions): Predicate {
  return definePredicate({ factory: isTruthy, options, describe: () => 'a truthy value', test: Boolean });
}

/**
 * Exists and is falsy in JavaScript: `false`, `0`, `''`, `null` or `NaN`.
 *
 * @example
 * 'data.count': isFalsy()
 */
export function isFalsy(options?: PredicateOptions): Predicate {
  return definePredicate({
    factory: isFalsy,
    options,
    describe: () => 'a falsy value that exists (false, 0, "" or null)',
    test: (value) => !value,
    explain: (value) => (isEmptyContainer(value) ? 'it is empty, but truthy in JavaScript: use isEmpty()' : undefined),
  });
}

function explainNoBoolean(value: unknown): string | undefined {
  return typeof value === 'boolean' ? undefined : `${typePhrase(value)}, where a boolean was expected`;
}

markFactories(isTrue, isFalse, isTruthy, isFalsy);
