import { isBesideBody, parsePath } from '../../assertions/paths/path-text';

/** A field of an API's responses. */
export interface FieldCoverage {
  /** Items of a list share a path: `data.checks.*.name`. */
  readonly path: string;
  /** The number of responses that have it. */
  readonly seen: number;
  /** The number of scenarios with a check of exactly this field. */
  readonly checked: number;
  /** The number of scenarios that only check a value which contains it. */
  readonly checkedAsPart: number;
}

interface Field {
  readonly path: string;
  readonly segments: readonly string[];
  readonly seen: number;
  checked: number;
  checkedAsPart: number;
}

/** The fields that a check refers to. */
interface Reach {
  readonly exactly: readonly Field[];
  readonly asPart: readonly Field[];
}

/** Scenarios that check the same paths. */
export interface CheckedPaths {
  readonly paths: readonly string[];
  /** How many there are. */
  scenarios: number;
}

/**
 * How many scenarios check each field.
 *
 * @param seen How many responses have each field.
 */
export function fieldCoverage(seen: ReadonlyMap<string, number>, checks: Iterable<CheckedPaths>): FieldCoverage[] {
  const fields = fieldsOf(seen);
  // Most scenarios check the same few paths.
  const reached = new Map<string, Reach>();
  for (const { paths, scenarios } of checks) {
    const exactly = new Set<Field>();
    const asPart = new Set<Field>();
    for (const path of paths) {
      const reach = reached.get(path) ?? reachOf(path, fields);
      reached.set(path, reach);
      for (const field of reach.exactly) exactly.add(field);
      for (const field of reach.asPart) asPart.add(field);
    }
    for (const field of exactly) field.checked += scenarios;
    for (const field of asPart) if (!exactly.has(field)) field.checkedAsPart += scenarios;
  }
  return fields.map(({ segments: _segments, ...field }) => field);
}

/** Without lists and objects that are empty in one response and have parts in another. */
function fieldsOf(seen: ReadonlyMap<string, number>): Field[] {
  const paths = [...seen.keys()].sort();
  const parents = new Set(paths.flatMap(parentsOf));
  return paths
    .filter((path) => !parents.has(path))
    .map((path) => ({
      ...{ path, segments: parsePath(path).segments, seen: seen.get(path) ?? 0 },
      ...{ checked: 0, checkedAsPart: 0 },
    }));
}

/** `a.b.c` → `a`, `a.b`. A dot in a key is escaped and stays in its segment. */
function parentsOf(path: string): string[] {
  return [...path.matchAll(/(?<!\\)\./g)].map(({ index }) => path.slice(0, index));
}

function reachOf(path: string, fields: readonly Field[]): Reach {
  const { segments } = parsePath(path);
  const below = isBesideBody(segments) ? [] : fields.filter((field) => isBelow(field, segments));
  const isExact = (field: Field): boolean => field.segments.length === segments.length;
  return { exactly: below.filter(isExact), asPart: below.filter((field) => !isExact(field)) };
}

/** Whether the field is the value at `segments` or a part of it. */
function isBelow({ segments }: Field, start: readonly string[]): boolean {
  return start.every(
    (key, index) => [key, '*'].includes(segments[index] ?? '') || (key === '*' && index < segments.length),
  );
}
