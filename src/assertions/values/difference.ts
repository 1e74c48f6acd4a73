import { joinPath } from '../paths/path-text';
import { deepEqual, hasEqualityTesters } from './deep-equal';
import { explainNumberTypes } from './number-types';
import { printValue, typeName, typePhrase } from './print';
import { explainTextDifference } from './text-difference';
import { DEEPEST_DIFFERENCE, walkDifferences } from './walk-differences';

const SHOWN = 5;

/** Where two values differ, one line per place; `undefined` if printing both is enough. */
export function explainDifference(received: unknown, expected: unknown): string | undefined {
  if (typeof received === 'string' && typeof expected === 'string') return explainTextDifference(received, expected);
  if (!areComparable(received, expected)) return explainTypes(received, expected);

  const found = differingPlaces(received, expected);
  return found.length > SHOWN ? [...found.slice(0, SHOWN), '… and more'].join('\n') : found.join('\n') || undefined;
}

function explainTypes(received: unknown, expected: unknown): string | undefined {
  const numbers = explainNumberTypes(received, expected);
  if (numbers !== undefined) return numbers;
  const differ = typeName(received) !== typeName(expected);
  const isMatcher = typeof expected === 'object' && expected !== null && 'asymmetricMatch' in expected;
  return differ && !isMatcher && typeof expected !== 'function'
    ? `${typePhrase(received)}, where ${typePhrase(expected)} was expected`
    : undefined;
}

/** One line for each of the first differences. */
function differingPlaces(received: unknown, expected: unknown): string[] {
  const found: string[] = [];
  // Circular references are visited once.
  const seen = new Set<unknown>();
  walkDifferences(received, expected, {
    isDone: () => found.length > SHOWN,
    visit: (left, right, path) => {
      if (left === right) return false;
      const isLeaf = path.length >= DEEPEST_DIFFERENCE || seen.has(left) || !areComparable(left, right);
      // A user's tester may treat containers as equal although their parts differ.
      if ((isLeaf || hasEqualityTesters()) && deepEqual(left, right)) return false;
      if (isLeaf) found.push(`at ${JSON.stringify(joinPath(path))}: ${differenceText(left, right)}`);
      else seen.add(left);
      return !isLeaf;
    },
  });
  return found;
}

function differenceText(received: unknown, expected: unknown): string {
  const short = { maxLength: 120 };
  if (expected === undefined) return `not expected, received ${printValue(received, short)}`;
  const got = received === undefined ? 'nothing' : printValue(received, short);
  const numbers = explainNumberTypes(received, expected);
  return `expected ${printValue(expected, short)}, received ${got}${numbers === undefined ? '' : ` (${numbers})`}`;
}

/** Whether both are arrays, or both plain objects, so that their parts can be compared. */
function areComparable(received: unknown, expected: unknown): boolean {
  if (typeof received !== 'object' || typeof expected !== 'object') return false;
  return (Array.isArray(received) && Array.isArray(expected)) || (isRecord(received) && isRecord(expected));
}

function isRecord(value: unknown): boolean {
  const isObject = Object.prototype.toString.call(value) === '[object Object]';
  return isObject && !('asymmetricMatch' in (value as object));
}
