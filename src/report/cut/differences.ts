import { deepEqual } from '../../assertions/values/deep-equal';
import { shownKeysOf } from '../../assertions/values/key-lists';
import { isPlain, printValue } from '../../assertions/values/print';
import { acceptedWords } from './cut-mark';
import { addFocus, createFocus, type Focus } from './focus';
import { readProperty } from './read-property';

/** Enough to see what is wrong. */
const MOST = 10;
/** Parts that are looked at: more would take longer than a person likes to wait. */
const MOST_VISITED = 100_000;
const DEEPEST = 50;

interface Run {
  readonly focus: Focus;
  /** The keys to the part that is looked at. */
  readonly path: string[];
  found: number;
  visited: number;
}

/**
 * The parts in which two structures differ, for both to be cut alike. A part that an asymmetric matcher accepts is shown
 * as that matcher in both: it is no difference.
 */
export function differencesOf(received: unknown, expected: unknown): Focus {
  const run: Run = { focus: createFocus(), path: [], found: 0, visited: 0 };
  compare(received, expected, run);
  return run.focus;
}

/** Whether a difference was found: of very large structures not every part is looked at. */
export function hasDifference({ children }: Focus): boolean {
  return [...children.values()].some(({ keep }) => keep);
}

/** Whether both are arrays, or both objects: then a difference shows more than the two values. */
export function areStructures(received: unknown, expected: unknown): boolean {
  return isPlain(received) && isPlain(expected) && Array.isArray(received) === Array.isArray(expected);
}

function compare(received: unknown, expected: unknown, run: Run): void {
  const { focus, path } = run;
  const accepted = acceptedWords(expected);
  if (accepted !== undefined) {
    addFocus(focus, path, accepted);
  } else if (areStructures(received, expected) && path.length < DEEPEST) {
    compareParts(received as object, expected as object, run);
  } else if (typeof expected === 'object' && expected !== null && deepEqual(received, expected)) {
    addFocus(focus, path, printValue(expected, { maxLength: 120 }));
  } else {
    run.found += 1;
    addFocus(focus, path);
  }
}

function compareParts(received: object, expected: object, run: Run): void {
  for (const key of Array.isArray(expected) ? indexesOf(expected, received) : keysOf(expected, received)) {
    if (run.found >= MOST || run.visited >= MOST_VISITED) return;
    run.visited += 1;
    const [left, right] = [own(received, key), own(expected, key)];
    if (left === right) continue;
    run.path.push(String(key));
    compare(left, right, run);
    run.path.pop();
  }
}

function* indexesOf(expected: object, received: object): Generator<number> {
  const length = Math.max((expected as unknown[]).length, (received as unknown[]).length);
  for (let index = 0; index < length; index += 1) yield index;
}

function* keysOf(expected: object, received: object): Generator<string> {
  yield* shownKeysOf(expected);
  for (const key of shownKeysOf(received)) if (!Object.hasOwn(expected, key)) yield key;
}

function own(holder: object, key: string | number): unknown {
  return Array.isArray(holder) || Object.hasOwn(holder, key) ? readProperty(holder, key) : undefined;
}
