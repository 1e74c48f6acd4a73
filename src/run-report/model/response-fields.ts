import { joinPath } from '../../assertions/paths/path-text';
import { isMark } from '../../report/cut/cut-mark';
import { isRecord } from '../../validation/shape';

const MOST_DEPTH = 12;
const MOST_FIELDS = 500;
/** An object with more keys is probably a map by name or id. */
const MOST_KEYS = 60;
const SIMPLE_KEY = /^\w+$/;

/**
 * The paths of the values in a response body that have no parts, sorted. Items of a list share a path:
 * `data.checks.*.name`. At most 500.
 */
export function fieldsOf(body: unknown): string[] {
  const found = new Set<string>();
  collect(body, { path: '', depth: 0 }, found);
  return [...found].sort();
}

interface Place {
  readonly path: string;
  readonly depth: number;
}

function collect(value: unknown, place: Place, found: Set<string>): void {
  if (found.size >= MOST_FIELDS || isMark(value)) return;
  const { path, depth } = place;
  const isMap = isRecord(value) && Object.keys(value).length > MOST_KEYS;
  const keys = depth < MOST_DEPTH && typeof value === 'object' && value !== null ? Object.keys(value) : [];
  if (keys.length === 0 && depth > 0) found.add(path);
  for (const key of keys) {
    if (isMark(key)) continue;
    const name = isMap || Array.isArray(value) ? '*' : SIMPLE_KEY.test(key) ? key : joinPath([key]);
    const inner = { path: depth === 0 ? name : `${path}.${name}`, depth: depth + 1 };
    collect((value as Readonly<Record<string, unknown>>)[key], inner, found);
  }
}
