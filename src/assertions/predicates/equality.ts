import { expectedProblem } from '../checks/check-problem';
import { deepEqual, denies } from '../values/deep-equal';
import { explainDifference } from '../values/difference';
import { printValue } from '../values/print';
import { definePredicate, markFactories, type Predicate, type PredicateOptions } from './predicate';

/**
 * Deep equality, like Jest's `toEqual`: `1` equals neither `'1'` nor `true`, and `0` equals `-0`. A `bigint` never
 * equals a number.
 *
 * @example
 * 'data.status': equals('ready')
 */
export function equals<Value>(expected: Value, options?: PredicateOptions): Predicate<Value> {
  return definePredicate({
    factory: equals,
    options,
    problem: expectedProblem(expected),
    expectedValue: expected,
    describe: () => `equal to ${printValue(expected)}`,
    test: (value) => deepEqual(value, expected),
    explain: (value) => explainDifference(value, expected),
  });
}

/**
 * The opposite of {@link equals}. A missing path fails.
 *
 * @example
 * 'data.status': notEquals('failed')
 */
export function notEquals<Value>(expected: Value, options?: PredicateOptions): Predicate<Value> {
  return definePredicate({
    factory: notEquals,
    options,
    problem: expectedProblem(expected),
    describe: () => `not equal to ${printValue(expected)}`,
    test: (value) => denies(() => deepEqual(value, expected)),
  });
}

markFactories(equals, notEquals);
