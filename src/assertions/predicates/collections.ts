import { countOf } from '../../count-of';
import { expectedListProblem, expectedProblem } from '../checks/check-problem';
import { deepEqual, denies } from '../values/deep-equal';
import { explainNumberTypes, isRounded } from '../values/number-types';
import { printValue, typePhrase } from '../values/print';
import { type Container, partName, sizeOf } from './container';
import { definePredicate, markFactories, type Predicate, type PredicateOptions } from './predicate';

/**
 * Deeply equal to one of the values.
 *
 * @example
 * 'data.status': oneOf(['ready', 'partial'])
 */
export function oneOf<Value>(values: readonly Value[], options?: PredicateOptions): Predicate<Value> {
  return definePredicate({
    factory: oneOf,
    options,
    problem: listProblem(values),
    describe: () => `one of ${printValue(values)}`,
    test: (value) => values.some((candidate) => deepEqual(value, candidate)),
    explain: (value) => explainOneOf(value, values),
  });
}

/**
 * Equal to none of the values. A missing path fails.
 *
 * @example
 * 'data.status': notOneOf(['failed', 'expired'])
 */
export function notOneOf<Value>(values: readonly Value[], options?: PredicateOptions): Predicate<Value> {
  return definePredicate({
    factory: notOneOf,
    options,
    problem: listProblem(values),
    describe: () => `none of ${printValue(values)}`,
    test: (value) => denies(() => values.some((candidate) => deepEqual(value, candidate))),
  });
}

/**
 * Contains the part: a substring of a string, an item of an array (deep equality), or a key of an object. Any other
 * value fails, and the part `''` is refused.
 *
 * @example
 * 'data.scopes': contains('read')
 */
export function contains(part: unknown, options?: PredicateOptions): Predicate<Container> {
  return definePredicate({
    factory: contains,
    options,
    problem: partProblem(part),
    describe: () => `something that contains ${printValue(part)}`,
    test: (value) => hasPart(value, part) === true,
    explain: (value) => explainPart(value, part) ?? explainItems(value, part),
  });
}

/**
 * The opposite of {@link contains}, for the same types. Any other value fails this predicate too.
 *
 * @example
 * 'data.message': notContains('password')
 */
export function notContains(part: unknown, options?: PredicateOptions): Predicate<Container> {
  return definePredicate({
    factory: notContains,
    options,
    problem: partProblem(part),
    describe: () => `something that does not contain ${printValue(part)}`,
    test: (value) => hasPart(value, part) !== undefined && denies(() => hasPart(value, part) === true),
    explain: (value) => explainPart(value, part),
  });
}

/**
 * A string, array or object with exactly this many characters, items or keys. Characters are code points, so an emoji
 * is one character.
 *
 * @example
 * data: hasLength(3)
 */
export function hasLength(length: number, options?: PredicateOptions): Predicate<Container> {
  const isLength = Number.isInteger(length) && length >= 0;
  return definePredicate({
    factory: hasLength,
    options,
    problem: isLength ? undefined : `expected a whole number, 0 or greater, received ${printValue(length)}`,
    describe: () => `something of length ${length}`,
    test: (value) => sizeOf(value) === length,
    explain: explainSize,
  });
}

/**
 * A string, array or object without content. `null` fails.
 *
 * @example
 * 'data.warnings': isEmpty()
 */
export function isEmpty(options?: PredicateOptions): Predicate<Container> {
  return definePredicate({
    factory: isEmpty,
    options,
    describe: () => 'an empty string, array or object',
    test: (value) => sizeOf(value) === 0,
    explain: explainSize,
  });
}

/**
 * A string, array or object with content. `null` fails.
 *
 * @example
 * data: isNotEmpty()
 */
export function isNotEmpty(options?: PredicateOptions): Predicate<Container> {
  return definePredicate({
    factory: isNotEmpty,
    options,
    describe: () => 'a string, array or object that is not empty',
    test: (value) => (sizeOf(value) ?? 0) > 0,
    explain: (value) => (sizeOf(value) === undefined ? explainSize(value) : undefined),
  });
}

function listProblem(values: unknown): string | undefined {
  if (!Array.isArray(values)) return `expected a list of values, received ${printValue(values, { maxLength: 80 })}`;
  if (values.length === 0) return 'the list of values is empty';
  return expectedListProblem(values);
}

function partProblem(part: unknown): string | undefined {
  if (part !== '') return expectedProblem(part);
  return 'every string contains an empty one: use isNotEmpty(), or someItem(equals("")) for a list with an empty string';
}

function explainOneOf(value: unknown, values: readonly unknown[]): string | undefined {
  const meant = values.find((candidate) => isRounded(value, candidate));
  if (meant !== undefined) return explainNumberTypes(value, meant);
  const sameText = values.find((candidate) => typeof candidate !== typeof value && String(candidate) === String(value));
  return sameText === undefined ? undefined : `${typePhrase(value)}, where ${typePhrase(sameText)} was expected`;
}

/** Whether `part` is in `value`; `undefined` if `value` can't contain it. */
function hasPart(value: unknown, part: unknown): boolean | undefined {
  if (typeof value === 'string') return typeof part === 'string' ? value.includes(part) : undefined;
  if (Array.isArray(value)) return value.some((item) => deepEqual(item, part));
  if (typeof value !== 'object' || value === null) return undefined;
  return ['string', 'number', 'bigint'].includes(typeof part) ? Object.hasOwn(value, String(part)) : undefined;
}

function explainPart(value: unknown, part: unknown): string | undefined {
  if (sizeOf(value) === undefined) return `${typePhrase(value)}, where a string, an array or an object was expected`;
  if (hasPart(value, part) !== undefined) return undefined;
  return `${typePhrase(value)} cannot contain ${typePhrase(part)}`;
}

function explainItems(value: unknown, part: unknown): string | undefined {
  const meant = Array.isArray(value) ? value.find((item) => isRounded(item, part)) : undefined;
  return explainNumberTypes(meant, part);
}

function explainSize(value: unknown): string {
  const size = sizeOf(value);
  return size === undefined ? `${typePhrase(value)} has no length` : `it has ${countOf(size, partName(value))}`;
}

markFactories(oneOf, notOneOf, contains, notContains, hasLength, isEmpty, isNotEmpty);
