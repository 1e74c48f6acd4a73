import { joinPath } from '../../assertions/paths/path-text';
import { deepEqual } from '../../assertions/values/deep-equal';
import { defined } from '../../defined';
import { isRecord } from '../../validation/shape';
import type { OutputRecord } from '../record';
import { type FieldDifference, KEPT_FIELDS } from './comparison';
import type { OnlyKeys } from './fingerprint';
import { MASKS } from './masks';
import type { Outline } from './outlines';
import type { PathTree } from './path-tree';

interface Pair {
  readonly expected: unknown;
  readonly received: unknown;
  readonly path: readonly string[];
  readonly skipped: PathTree | undefined;
  readonly only: OnlyKeys | undefined;
}

/** The fields in which a record differs from the baseline record. */
export function recordDifferences(expected: OutputRecord, received: OutputRecord, outline: Outline): FieldDifference[] {
  const masked = new Map(outline.masks.map(({ path, mask }) => [joinPath(path), mask]));
  const found: FieldDifference[] = [];
  for (const difference of differences({ ...outline, expected, received, path: [], only: outline.only }, masked)) {
    if (found.push(difference) === KEPT_FIELDS) break;
  }
  return found;
}

function* differences(pair: Pair, masked: ReadonlyMap<string, string>): Generator<FieldDifference> {
  const { expected, received, path } = pair;
  const place = joinPath(path);
  const mask = masked.get(place);
  const holds = mask === undefined ? deepEqual(received, expected) : MASKS[mask]?.(received);
  if (holds) return;
  if (mask === undefined && areBothOf(isRecord, pair)) yield* ofParts(pair, masked);
  else if (mask === undefined && areBothOf(Array.isArray, pair)) yield* ofParts(pair, masked);
  else {
    yield { path: place, ...defined({ expected, received }) };
  }
}

function* ofParts(pair: Pair, masked: ReadonlyMap<string, string>): Generator<FieldDifference> {
  const { expected, received, path, skipped, only } = pair;
  for (const key of new Set([expected, received].flatMap((side) => Object.keys(side as object)))) {
    const below = skipped?.at(key);
    const inMask = masked.has(joinPath([...path, key]));
    if ((below === true && !inMask) || (only !== undefined && !only.has(key))) continue;
    const part = {
      expected: own(expected, key),
      received: own(received, key),
      path: [...path, key],
      skipped: below === true ? undefined : below,
      only: only?.get(key),
    };
    yield* differences(part, masked);
  }
}

function areBothOf(test: (value: unknown) => boolean, { expected, received }: Pair): boolean {
  return test(expected) && test(received);
}

function own(holder: unknown, key: string): unknown {
  return Object.hasOwn(holder as object, key) ? (holder as Record<string, unknown>)[key] : undefined;
}
