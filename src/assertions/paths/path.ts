import type { Subject } from '../subject';
import { type MissingDetails, missingDetails } from './missing-path';
import { joinPath, parsePath } from './path-text';
import type { Place } from './place';

export { parsePath, pathProblem } from './path-text';

/** The result of resolving a path. */
export interface ResolvedPath extends Partial<MissingDetails> {
  readonly found: boolean;
  /** The value; for a path with `*`, the list of all values. */
  readonly value: unknown;
}

/** Resolves `path` in `subject`; a path with `*` is found if it exists for every item. */
export function resolvePath(subject: Subject, path: string): ResolvedPath {
  const all = places(subject, parsePath(path).segments);
  const values: unknown[] = [];
  for (const place of all) {
    if (!place.found) return { found: false, value: undefined, ...missingDetails(subject, place) };
    values.push(place.value);
  }
  return { found: true, value: isSpread(all) ? values : values[0] };
}

/** Whether a `*` of the path was used as "each item", not as a key with that name. */
export function isSpread(all: Iterable<Place>): boolean {
  return !Array.isArray(all);
}

/** All places of the keys, found or not; at least one. */
export function places(subject: Subject, segments: readonly string[]): Iterable<Place> {
  const from = startOf(subject, segments);
  const place = walk(from.value, from.segments, from.index);
  return place.found || !canSpread(place) ? [place] : spread(place);
}

/** The concrete path of a place. */
export function placePath(place: Place): string {
  return joinPath(place.segments);
}

interface Start {
  readonly value: unknown;
  readonly segments: readonly string[];
  readonly index: number;
}

function startOf({ body, roots }: Subject, segments: readonly string[]): Start {
  const [first, ...rest] = segments;
  if (first === undefined) return { value: body, segments, index: 0 };
  if (Object.hasOwn(roots, first)) return { value: roots[first], segments, index: 1 };
  if (first === '_http_status' && '$http' in roots && ownValue(body, first) === undefined) {
    return { value: roots['$http'], segments: ['$http', 'status', ...rest], index: 1 };
  }
  return { value: body, segments, index: 0 };
}

function walk(start: unknown, segments: readonly string[], from: number): Place {
  let value = start;
  for (let index = from; index < segments.length; index += 1) {
    const next = ownValue(value, segments[index] as string);
    if (next === undefined) return { found: false, value: undefined, segments, reached: index, holder: value };
    value = next;
  }
  const reached = segments.length;
  return { found: value !== undefined, value, segments, reached, holder: value };
}

/** Whether the walk stopped at a `*` that has items. */
function canSpread({ segments, reached, holder }: Place): boolean {
  if (segments[reached] !== '*' || typeof holder !== 'object' || holder === null) return false;
  return (Array.isArray(holder) ? holder : Object.keys(holder)).length > 0;
}

function* spread({ segments, reached, holder }: Place): Generator<Place> {
  const keys = Array.isArray(holder) ? holder.keys() : Object.keys(holder as object);
  for (const key of keys) {
    const concrete = [...segments.slice(0, reached), String(key), ...segments.slice(reached + 1)];
    const item = (holder as Record<string, unknown>)[key];
    const place =
      item === undefined
        ? { found: false, value: undefined, segments: concrete, reached, holder }
        : walk(item, concrete, reached + 1);
    if (canSpread(place)) yield* spread(place);
    else yield place;
  }
}

/** The own property `key`; `undefined` counts as missing, because JSON doesn't have it. */
function ownValue(holder: unknown, key: string): unknown {
  if (typeof holder !== 'object' || holder === null) return undefined;
  if (!Array.isArray(holder)) return Object.hasOwn(holder, key) ? (holder as Record<string, unknown>)[key] : undefined;
  if (/^(?:0|[1-9]\d*)$/.test(key)) return Object.hasOwn(holder, key) ? holder[Number(key)] : undefined;
  return /^-[1-9]\d*$/.test(key) ? holder.at(Number(key)) : undefined;
}
