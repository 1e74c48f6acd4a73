import { joinPath } from '../../assertions/paths/path-text';
import { isRecord } from '../../validation/shape';

const MOST_DEPTH = 12;
const MOST_FIELDS = 500;
/** An object with more keys is probably a map by name or id. */
const MOST_KEYS = 60;
/** Reports replace what they cut by strings that begin with it. */
const CUT = '\uFDD0';

/**
 * The paths of the values in a response body that have no parts, sorted. Items of a list share a path:
 * `data.checks.*.name`. At most 500.
 */
export function fieldsOf(body: unknown): string[] {
  const found = new Set<string>();
  collect(body, [], found);
  return [...found].sort();
}

function collect(value: unknown, segments: readonly string[], found: Set<string>): void {
  if (found.size >= MOST_FIELDS || isCut(value)) return;
  const parts = segments.length < MOST_DEPTH ? partsOf(value) : [];
  if (parts.length === 0) {
    if (segments.length > 0) found.add(joinPath(segments));
    return;
  }
  for (const [key, item] of parts) collect(item, [...segments, key], found);
}

function partsOf(value: unknown): (readonly [key: string, item: unknown])[] {
  if (Array.isArray(value)) return value.map((item) => ['*', item] as const);
  if (!isRecord(value)) return [];
  const entries = Object.entries(value).filter(([key]) => !isCut(key));
  return entries.length > MOST_KEYS ? entries.map(([, item]) => ['*', item]) : entries;
}

function isCut(value: unknown): boolean {
  return typeof value === 'string' && value.startsWith(CUT);
}
