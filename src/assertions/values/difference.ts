import { joinPath } from '../paths/path-text';
import { deepEqual, hasEqualityTesters } from './deep-equal';
import { keysOf } from './key-lists';
import { explainNumberTypes } from './number-types';
import { printValue, typeName, typePhrase } from './print';
import { explainTextDifference } from './text-difference';

const SHOWN = 5;
const MAX_DEPTH = 50;

/** A walk through two values, until enough is found. */
interface Search {
  readonly path: string[];
  readonly found: string[];
  /** What refers to itself is gone through once. */
  readonly seen: Set<unknown>;
}

/** Where two values differ, a line a place; `undefined` where printing both says it all. */
export function explainDifference(received: unknown, expected: unknown): string | undefined {
  if (typeof received === 'string' && typeof expected === 'string') return explainTextDifference(received, expected);
  if (!areComparable(received, expected)) return explainTypes(received, expected);

  const found: string[] = [];
  search(received, expected, { path: [], found, seen: new Set() });
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

function search(received: unknown, expected: unknown, run: Search): void {
  const { path, found, seen } = run;
  const isLeaf = path.length >= MAX_DEPTH || seen.has(received) || !areComparable(received, expected);
  // A tester of the user's may call containers equal whose parts differ.
  if ((isLeaf || hasEqualityTesters()) && deepEqual(received, expected)) return;
  if (isLeaf) {
    found.push(`at ${JSON.stringify(joinPath(path))}: ${differenceText(received, expected)}`);
    return;
  }
  seen.add(received);
  searchParts(received as Parts, expected as Parts, run);
}

function searchAt(key: string, received: unknown, expected: unknown, run: Search): void {
  if (received === expected) return;
  run.path.push(key);
  search(received, expected, run);
  run.path.pop();
}

type Parts = Readonly<Record<string, unknown>>;

function searchParts(received: Parts, expected: Parts, run: Search): void {
  const keys = keysOf(expected);
  const ownKeys = keysOf(received);
  const areSame = keys.length === ownKeys.length && keys.every((key, index) => key === ownKeys[index]);
  for (const key of keys) {
    if (run.found.length > SHOWN) return;
    searchAt(key, areSame ? received[key] : own(received, key), expected[key], run);
  }
  if (areSame) return;
  for (const key of ownKeys) {
    if (run.found.length > SHOWN) return;
    if (!Object.hasOwn(expected, key)) searchAt(key, received[key], undefined, run);
  }
}

function differenceText(received: unknown, expected: unknown): string {
  const short = { maxLength: 120 };
  if (expected === undefined) return `not expected, received ${printValue(received, short)}`;
  const got = received === undefined ? 'nothing' : printValue(received, short);
  const numbers = explainNumberTypes(received, expected);
  return `expected ${printValue(expected, short)}, received ${got}${numbers === undefined ? '' : ` (${numbers})`}`;
}

/** Whether both are arrays, or both objects as JSON has them: then their parts can be compared one by one. */
function areComparable(received: unknown, expected: unknown): boolean {
  if (typeof received !== 'object' || typeof expected !== 'object') return false;
  return (Array.isArray(received) && Array.isArray(expected)) || (isRecord(received) && isRecord(expected));
}

function isRecord(value: unknown): boolean {
  const isObject = Object.prototype.toString.call(value) === '[object Object]';
  return isObject && !('asymmetricMatch' in (value as object));
}

function own(holder: Parts, key: string): unknown {
  return Object.hasOwn(holder, key) ? holder[key] : undefined;
}
