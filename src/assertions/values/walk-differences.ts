import { shownKeysOf } from './key-lists';
import { isPlain } from './print';

/** Structures are compared part by part down to this depth; deeper values are compared as a whole. */
export const DEEPEST_DIFFERENCE = 50;

/** Defines what a walk does with each pair of parts. */
export interface DifferenceReader {
  /** Visits a pair; return `true` to continue with its parts (only for pairs of containers). */
  visit(received: unknown, expected: unknown, path: readonly string[]): boolean;
  /** Whether the walk can end, because enough was found. */
  isDone(): boolean;
  /** Whether the part at `path` is compared. @default all are */
  counts?(path: readonly string[]): boolean;
  /** Reads a part. @default plain access */
  read?(holder: object, key: string): unknown;
  /** The maximum number of parts to visit. @default all */
  readonly mostParts?: number;
}

interface Walk {
  readonly reader: Required<DifferenceReader>;
  /** The keys of the pair being visited. */
  readonly path: string[];
  parts: number;
}

/**
 * Walks through two values in parallel: first the keys of the expected value in order, then keys that only the received
 * value has. Missing parts are `undefined`.
 */
export function walkDifferences(received: unknown, expected: unknown, reader: DifferenceReader): void {
  const { counts = () => true, read = readPart, mostParts = Infinity } = reader;
  const complete = {
    visit: reader.visit.bind(reader),
    isDone: reader.isDone.bind(reader),
    ...{ counts, read, mostParts },
  };
  walkPair(received, expected, { reader: complete, path: [], parts: 0 });
}

/** Whether both are arrays, or both plain objects, so that a difference is more useful than the two values. */
export function areStructures(received: unknown, expected: unknown): boolean {
  return isPlain(received) && isPlain(expected) && Array.isArray(received) === Array.isArray(expected);
}

function walkPair(received: unknown, expected: unknown, walk: Walk): void {
  if (walk.reader.visit(received, expected, walk.path)) walkParts(received as object, expected as object, walk);
}

function walkParts(received: object, expected: object, walk: Walk): void {
  const { read } = walk.reader;
  const keys = shownKeysOf(expected);
  const ownKeys = shownKeysOf(received);
  for (const [index, key] of keys.entries()) {
    if (isOver(walk)) return;
    // Most pairs have their keys in the same order; comparing by position is faster than a lookup per key.
    const isThere = ownKeys[index] === key || Object.hasOwn(received, key);
    walkPart(key, isThere ? read(received, key) : undefined, read(expected, key), walk);
  }
  for (const [index, key] of ownKeys.entries()) {
    if (keys[index] === key || Object.hasOwn(expected, key)) continue;
    if (isOver(walk)) return;
    walkPart(key, read(received, key), undefined, walk);
  }
}

function walkPart(key: string, received: unknown, expected: unknown, walk: Walk): void {
  walk.parts += 1;
  walk.path.push(key);
  if (walk.reader.counts(walk.path)) walkPair(received, expected, walk);
  walk.path.pop();
}

function isOver({ reader, parts }: Walk): boolean {
  return parts >= reader.mostParts || reader.isDone();
}

function readPart(holder: object, key: string): unknown {
  return (holder as Readonly<Record<string, unknown>>)[key];
}
