import { redactValue } from '../../redaction/process-redactor';
import { isRecord } from '../../validation/shape';
import { escapeMask, isMask, MASKS } from '../baseline/masks';
import { OPEN_PARTS } from '../baseline/outlines';
import type { PathTree } from '../baseline/path-tree';
import type { OutputRecord } from '../record';

/**
 * A record of the output as it has to stand in a baseline: its keys in order, without ignored fields, with `"<any>"` where
 * a secret was.
 */
export function baselineRecord(record: OutputRecord, ignored: PathTree): OutputRecord {
  return copy(record, redactValue(record), ignored) as OutputRecord;
}

/** `value` without what is ignored; `clean` is the same without its secrets. */
function copy(value: unknown, clean: unknown, ignored: PathTree | undefined): unknown {
  if (typeof value === 'string') return clean === value ? escapeMask(value) : '<any>';
  if (Array.isArray(value)) {
    return Array.isArray(clean)
      ? value.map((item, index) => copy(item, clean[index], below(ignored, String(index))))
      : '<any>';
  }
  if (!isRecord(value)) return Object.is(clean, value) ? value : '<any>';
  // A key that holds a secret is another key in `clean`.
  if (!isRecord(clean) || Object.keys(value).some((key) => !Object.hasOwn(clean, key))) return '<any>';
  const keys = Object.keys(value).filter((key) => ignored?.at(key) !== true);
  return Object.fromEntries(keys.sort().map((key) => [key, copy(value[key], clean[key], below(ignored, key))]));
}

function below(ignored: PathTree | undefined, key: string): PathTree | undefined {
  const found = ignored?.at(key);
  return found === true ? undefined : found;
}

/**
 * What `written` becomes where a baseline has the record already: its masks stay where they still hold; with `isOpen`, fields
 * that it does not name stay out.
 */
export function mergedRecord(known: OutputRecord, written: OutputRecord, isOpen: boolean): OutputRecord {
  const entries = fieldsOf(known, written, isOpen);
  return Object.fromEntries(
    entries.map(([key, value]) => [key, merged(known[key], value, isOpen && OPEN_PARTS.includes(key))]),
  );
}

function merged(known: unknown, written: unknown, isOpen: boolean): unknown {
  if (isMask(known) && MASKS[known as string]?.(written)) return known;
  if (Array.isArray(known) && Array.isArray(written)) {
    return written.map((item, index) => merged(known[index], item, false));
  }
  if (!isRecord(known) || !isRecord(written)) return written;
  const entries = fieldsOf(known, written, isOpen);
  return Object.fromEntries(entries.map(([key, value]) => [key, merged(known[key], value, false)]));
}

function fieldsOf(known: OutputRecord, written: OutputRecord, isOpen: boolean): [string, unknown][] {
  return Object.entries(written).filter(([key]) => !isOpen || Object.hasOwn(known, key));
}
