import type { Predicate, PredicateOptions } from '../../../src/assertions';
import * as assertions from '../../../src/assertions';

type Factory = (options?: PredicateOptions) => Predicate<never>;

const p = assertions;

/** One predicate of each kind; a test holds this list against the module's exports. */
export const SAMPLES: Readonly<Record<string, Factory>> = {
  allOf: (options) => p.allOf(p.isString(), p.startsWith('a'), ...(options ? [options] : [])),
  anyOf: (options) => p.anyOf(p.isString(), p.isNull(), ...(options ? [options] : [])),
  between: (options) => p.between(1, 2, options),
  contains: (options) => p.contains('a', options),
  custom: (options) => p.custom(() => true, 'anything', options),
  endsWith: (options) => p.endsWith('a', options),
  equals: (options) => p.equals('a', options),
  everyItem: (options) => p.everyItem(() => true, options),
  exists: p.exists,
  greaterThan: (options) => p.greaterThan(1, options),
  greaterThanOrEqual: (options) => p.greaterThanOrEqual(1, options),
  hasLength: (options) => p.hasLength(0, options),
  isAfter: (options) => p.isAfter('2024-01-01', options),
  isBefore: (options) => p.isBefore(new Date(0), options),
  isBoolean: p.isBoolean,
  isDict: p.isDict,
  isEmpty: p.isEmpty,
  isFalse: p.isFalse,
  isFalsy: p.isFalsy,
  isInteger: p.isInteger,
  isIsoDate: p.isIsoDate,
  isList: p.isList,
  isMissing: p.isMissing,
  isNone: p.isNone,
  isNotEmpty: p.isNotEmpty,
  isNull: p.isNull,
  isNumber: p.isNumber,
  isString: p.isString,
  isTrue: p.isTrue,
  isTruthy: p.isTruthy,
  isType: (options) => p.isType('null', options),
  isUuid: p.isUuid,
  lessThan: (options) => p.lessThan(1, options),
  lessThanOrEqual: (options) => p.lessThanOrEqual(1, options),
  matches: (options) => p.matches(/a/, options),
  matchesSchema: (options) => p.matchesSchema({ type: 'null' }, options),
  noneOf: (options) => p.noneOf(p.isString(), p.isMissing(), ...(options ? [options] : [])),
  notContains: (options) => p.notContains('a', options),
  notEquals: (options) => p.notEquals('a', options),
  notOneOf: (options) => p.notOneOf(['a'], options),
  oneOf: (options) => p.oneOf(['a'], options),
  optional: (options) => p.optional(p.isString(), options),
  someItem: (options) => p.someItem(() => true, options),
  startsWith: (options) => p.startsWith('a', options),
};
