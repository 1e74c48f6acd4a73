import { keysOf } from './key-lists';
import { areNumbersOfTwoTypes } from './number-types';
import { isPlain } from './print';

/** What is nested deeper, or refers to itself, is left to Jest. */
const DEEPEST = 200;

/**
 * What Jest's `toEqual` says of two values that JSON can make, in one pass; `undefined` where there is anything else, such
 * as an asymmetric matcher or an `undefined`: Jest decides then. `0` equals `-0`.
 *
 * Jest's own equality takes seconds for an object of a million keys.
 */
export function plainEqual(received: unknown, expected: unknown): boolean | undefined {
  return compare(received, expected, []);
}

function compare(one: unknown, other: unknown, ancestors: object[]): boolean | undefined {
  if (one === other) return true;
  const isLeaf = isPrimitive(one);
  // Who asks decides what a number and a bigint of one value are. NaN; that 0 is -0 was seen above.
  if (isLeaf && isPrimitive(other)) return areNumbersOfTwoTypes(one, other) ? undefined : Object.is(one, other);
  if (isLeaf) return isJsonContainer(other) ? false : undefined;
  if (!isJsonContainer(one)) return undefined;
  if (isPrimitive(other)) return false;
  if (!isJsonContainer(other) || ancestors.length > DEEPEST || ancestors.includes(one)) return undefined;

  const isList = Array.isArray(one);
  if (isList !== Array.isArray(other)) return false;
  ancestors.push(one);
  const verdict = compareParts(one as Parts, other as Parts, ancestors);
  ancestors.pop();
  return verdict;
}

/** An array is compared by its keys too: it can have others than its indexes. */
type Parts = Readonly<Record<string, unknown>>;

function compareParts(one: Parts, other: Parts, ancestors: object[]): boolean | undefined {
  const keys = keysOf(other);
  const ownKeys = keysOf(one);
  for (let index = 0; index < keys.length; index += 1) {
    const key = keys[index] as string;
    const expected = other[key];
    // Two responses of one server have their keys in the same order.
    const isThere = ownKeys[index] === key || Object.hasOwn(one, key);
    if (expected === undefined || (!isThere && !isJson(expected))) return undefined;
    const verdict = isThere ? compare(one[key], expected, ancestors) : false;
    if (verdict !== true) return verdict;
  }
  if (keys.length === ownKeys.length) return true;
  // Jest does not count what is undefined.
  return ownKeys.some((key) => one[key] === undefined || !isJson(one[key])) ? undefined : false;
}

function isJson(value: unknown): boolean {
  return isPrimitive(value) || isJsonContainer(value);
}

function isPrimitive(value: unknown): boolean {
  return value === null || (typeof value !== 'object' && typeof value !== 'function');
}

function isJsonContainer(value: unknown): value is object {
  return isPlain(value) && !('asymmetricMatch' in value) && Object.getOwnPropertySymbols(value).length === 0;
}
