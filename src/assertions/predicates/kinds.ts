import { nearestName } from '../../validation/problems';
import { printValue, typePhrase } from '../values/print';
import { definePredicate, markFactories, type Predicate, type PredicateOptions } from './predicate';

const TESTS = {
  string: (value: unknown) => typeof value === 'string',
  number: (value: unknown) => typeof value === 'bigint' || Number.isFinite(value),
  integer: (value: unknown) => typeof value === 'bigint' || Number.isInteger(value),
  boolean: (value: unknown) => typeof value === 'boolean',
  array: (value: unknown) => Array.isArray(value),
  object: (value: unknown) => typeof value === 'object' && value !== null && !Array.isArray(value),
  null: (value: unknown) => value === null,
};

/** The type names that {@link isType} accepts. */
export type JsonTypeName = keyof typeof TESTS;

/**
 * A value of the JSON type: `'string'`, `'number'`, `'integer'`, `'boolean'`, `'array'`, `'object'` or `'null'`. `5.0`
 * is an integer. `null` and arrays aren't objects.
 *
 * @example
 * 'data.count': isType('integer')
 */
export function isType(name: JsonTypeName, options?: PredicateOptions): Predicate {
  const problem = typeNameProblem(name);
  return kind(isType, { name, options, problem });
}

/**
 * An object, but not an array or `null`.
 *
 * @example
 * data: isDict()
 */
export function isDict(options?: PredicateOptions): Predicate {
  return kind(isDict, { name: 'object', options });
}

/**
 * An array.
 *
 * @example
 * data: isList()
 */
export function isList(options?: PredicateOptions): Predicate {
  return kind(isList, { name: 'array', options });
}

/**
 * A string, which may be empty.
 *
 * @example
 * 'data.name': isString()
 */
export function isString(options?: PredicateOptions): Predicate {
  return kind(isString, { name: 'string', options });
}

/**
 * A finite number, or a `bigint`. The `Infinity` that `1e400` becomes fails.
 *
 * @example
 * 'data.duration': isNumber()
 */
export function isNumber(options?: PredicateOptions): Predicate {
  return kind(isNumber, { name: 'number', options });
}

/**
 * A number without a fraction, or a `bigint`. `5.0` passes, because JSON doesn't distinguish it from `5`.
 *
 * @example
 * 'data.count': isInteger()
 */
export function isInteger(options?: PredicateOptions): Predicate {
  return kind(isInteger, { name: 'integer', options });
}

/**
 * `true` or `false`.
 *
 * @example
 * 'data.enabled': isBoolean()
 */
export function isBoolean(options?: PredicateOptions): Predicate {
  return kind(isBoolean, { name: 'boolean', options });
}

interface Kind {
  readonly name: JsonTypeName;
  readonly options: PredicateOptions | undefined;
  readonly problem?: string | undefined;
}

function kind(factory: (...args: never[]) => unknown, { name, options, problem }: Kind): Predicate {
  return definePredicate({
    factory,
    options,
    problem,
    describe: () => (name === 'null' ? name : `${/^[aio]/.test(name) ? 'an' : 'a'} ${name}`),
    test: (value) => TESTS[name](value),
    explain: (value) => `it is ${kindPhrase(value)}`,
  });
}

function kindPhrase(value: unknown): string {
  if (typeof value === 'number' && !Number.isFinite(value)) return `${value}, not a finite number`;
  return typeof value === 'number' && !Number.isInteger(value) ? 'a number with a fraction' : typePhrase(value);
}

function typeNameProblem(name: unknown): string | undefined {
  if (typeof name === 'string' && Object.hasOwn(TESTS, name)) return undefined;
  const names = Object.keys(TESTS);
  const nearest = typeof name === 'string' ? nearestName(name, names) : undefined;
  const hint = nearest === undefined ? '' : `; did you mean "${nearest}"?`;
  return `unknown type ${printValue(name, { maxLength: 80 })}${hint} The types are ${names.join(', ')}`;
}

markFactories(isType, isDict, isList, isString, isNumber, isInteger, isBoolean);
