import { stringLimitProblem, stringOrderProblem } from '../checks/string-order';
import { isNumeric } from '../values/number-types';
import { printValue, typePhrase } from '../values/print';
import { definePredicate, markFactories, type Predicate, type PredicateOptions } from './predicate';

type Ordered = number | bigint | string;
type Compare = (value: Ordered, bound: Ordered) => boolean;

/**
 * Greater than the bound: a number or `bigint` compared by value, or a string compared by its characters.
 *
 * Strings that look like numbers or timestamps are refused, because `'9'` would be greater than `'10'`. Use
 * `isBefore` and `isAfter` to compare timestamps.
 *
 * @example
 * 'data.count': greaterThan(0)
 */
export function greaterThan(bound: number | bigint, options?: PredicateOptions): Predicate<number | bigint>;
export function greaterThan(bound: string, options?: PredicateOptions): Predicate<string>;
export function greaterThan(bound: Ordered, options?: PredicateOptions): Predicate<never> {
  return ordering({ factory: greaterThan, words: 'greater than', options }, bound, (value, limit) => value > limit);
}

/**
 * Greater than or equal to the bound. See {@link greaterThan}.
 *
 * @example
 * 'data.count': greaterThanOrEqual(1)
 */
export function greaterThanOrEqual(bound: number | bigint, options?: PredicateOptions): Predicate<number | bigint>;
export function greaterThanOrEqual(bound: string, options?: PredicateOptions): Predicate<string>;
export function greaterThanOrEqual(bound: Ordered, options?: PredicateOptions): Predicate<never> {
  const words = 'greater than or equal to';
  return ordering({ factory: greaterThanOrEqual, words, options }, bound, (value, limit) => value >= limit);
}

/**
 * Less than the bound. See {@link greaterThan}.
 *
 * @example
 * '$http.durationMs': lessThan(500)
 */
export function lessThan(bound: number | bigint, options?: PredicateOptions): Predicate<number | bigint>;
export function lessThan(bound: string, options?: PredicateOptions): Predicate<string>;
export function lessThan(bound: Ordered, options?: PredicateOptions): Predicate<never> {
  return ordering({ factory: lessThan, words: 'less than', options }, bound, (value, limit) => value < limit);
}

/**
 * Less than or equal to the bound. See {@link greaterThan}.
 *
 * @example
 * '$http.size': lessThanOrEqual(1_000_000)
 */
export function lessThanOrEqual(bound: number | bigint, options?: PredicateOptions): Predicate<number | bigint>;
export function lessThanOrEqual(bound: string, options?: PredicateOptions): Predicate<string>;
export function lessThanOrEqual(bound: Ordered, options?: PredicateOptions): Predicate<never> {
  const words = 'less than or equal to';
  return ordering({ factory: lessThanOrEqual, words, options }, bound, (value, limit) => value <= limit);
}

/**
 * From `lower` to `upper`, both included. See {@link greaterThan}.
 *
 * @example
 * 'data.progress': between(0, 100)
 */
export function between(
  lower: number | bigint,
  upper: number | bigint,
  options?: PredicateOptions,
): Predicate<number | bigint>;
export function between(lower: string, upper: string, options?: PredicateOptions): Predicate<string>;
export function between(lower: Ordered, upper: Ordered, options?: PredicateOptions): Predicate<never> {
  return definePredicate({
    factory: between,
    options,
    problem: boundProblem(lower) ?? boundProblem(upper) ?? rangeProblem(lower, upper),
    describe: () => `${orderedPhrase(lower)} between ${printValue(lower)} and ${printValue(upper)}`,
    test: (value) => isComparable(value, lower) && value >= lower && value <= upper,
    explain: (value) => explainType(value, lower),
  });
}

interface OrderingKind {
  readonly factory: (...args: never[]) => unknown;
  readonly words: string;
  readonly options: PredicateOptions | undefined;
}

function ordering({ factory, words, options }: OrderingKind, bound: Ordered, compare: Compare): Predicate<never> {
  return definePredicate({
    factory,
    options,
    problem: boundProblem(bound),
    describe: () => `${orderedPhrase(bound)} ${words} ${printValue(bound)}`,
    test: (value) => isComparable(value, bound) && compare(value, bound),
    explain: (value) => explainType(value, bound),
  });
}

function boundProblem(bound: unknown): string | undefined {
  if (typeof bound === 'string') return stringLimitProblem(bound);
  if (isFiniteNumber(bound)) return undefined;
  return `expected a finite number or a string to compare with, received ${printValue(bound, { maxLength: 80 })}`;
}

function rangeProblem(lower: Ordered, upper: Ordered): string | undefined {
  if (!isComparable(lower, upper)) return `${typePhrase(lower)} and ${typePhrase(upper)} can't form a range`;
  const isEmpty = lower > upper;
  return isEmpty
    ? `the lower bound ${printValue(lower)} is greater than the upper bound ${printValue(upper)}`
    : undefined;
}

/** JavaScript compares a number with a bigint exactly. */
function isComparable(value: unknown, bound: Ordered): value is Ordered {
  return areOfOneKind(value, bound) && orderProblem(value, bound) === undefined;
}

function areOfOneKind(value: unknown, bound: Ordered): value is Ordered {
  return isNumeric(bound) ? isNumeric(value) : typeof value === typeof bound;
}

/** Why two values of one kind can't be ordered. */
function orderProblem(value: Ordered, bound: Ordered): string | undefined {
  if (typeof value === 'string' && typeof bound === 'string') return stringOrderProblem(value, bound);
  return typeof value === 'number' && !Number.isFinite(value) ? `${value} is not a finite number` : undefined;
}

function isFiniteNumber(value: unknown): boolean {
  return typeof value === 'bigint' || Number.isFinite(value);
}

/** Readers don't need to know whether a limit is a number or a bigint. */
function orderedPhrase(bound: Ordered): string {
  return isNumeric(bound) ? 'a number' : typePhrase(bound);
}

function explainType(value: unknown, bound: Ordered): string | undefined {
  if (areOfOneKind(value, bound)) return orderProblem(value, bound);
  return `${typePhrase(value)} cannot be compared with ${orderedPhrase(bound)}`;
}

markFactories(greaterThan, greaterThanOrEqual, lessThan, lessThanOrEqual, between);
