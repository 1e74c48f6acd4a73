import { deepEqual } from './deep-equal';
import { explainNumberTypes } from './number-types';
import { joinPath } from './path-text';
import { printValue, typeName, typePhrase } from './print';
import { explainTextDifference } from './text-difference';

const SHOWN = 5;
const MAX_DEPTH = 50;

interface Difference {
  readonly path: readonly string[];
  readonly text: string;
}

/** Where two values differ, a line a place; `undefined` where printing both says it all. */
export function explainDifference(received: unknown, expected: unknown): string | undefined {
  if (typeof received === 'string' && typeof expected === 'string') return explainTextDifference(received, expected);
  if (!areComparable(received, expected)) return explainTypes(received, expected);

  const shown: string[] = [];
  for (const { path, text } of differences(received, expected, [])) {
    if (shown.push(`at ${JSON.stringify(joinPath(path))}: ${text}`) > SHOWN) break;
  }
  return shown.length > SHOWN ? [...shown.slice(0, SHOWN), '… and more'].join('\n') : shown.join('\n') || undefined;
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

function* differences(received: unknown, expected: unknown, path: readonly string[]): Generator<Difference> {
  if (deepEqual(received, expected)) return;
  if (path.length >= MAX_DEPTH || !areComparable(received, expected)) {
    yield { path, text: differenceText(received, expected) };
    return;
  }
  for (const key of new Set([expected, received].flatMap((side) => Object.keys(side as object)))) {
    yield* differences(own(received, key), own(expected, key), [...path, key]);
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
  return [received, expected].every(Array.isArray) || [received, expected].every(isRecord);
}

function isRecord(value: unknown): boolean {
  const isObject = Object.prototype.toString.call(value) === '[object Object]';
  return isObject && !('asymmetricMatch' in (value as object));
}

function own(holder: unknown, key: string): unknown {
  return Object.hasOwn(holder as object, key) ? (holder as Record<string, unknown>)[key] : undefined;
}
