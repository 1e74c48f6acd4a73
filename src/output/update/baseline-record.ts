import { redactValue } from '../../redaction/process-redactor';
import { isRecord } from '../../validation/shape';
import { escapeMask, isMask, MASKS } from '../baseline/masks';
import { OPEN_PARTS } from '../baseline/outlines';
import type { PathTree } from '../baseline/path-tree';
import type { OutputRecord } from '../record';

/**
 * Converts a record of the output to a baseline record: keys sorted, ignored fields left out, secrets replaced by
 * `"<any>"`.
 */
export function baselineRecord(record: OutputRecord, ignored: PathTree): OutputRecord {
  return copy(record, redactValue(record), ignored) as OutputRecord;
}

/** Copies `value` without the ignored parts; `clean` is the same value without secrets. */
function copy(value: unknown, clean: unknown, ignored: PathTree | undefined): unknown {
  if (typeof value === 'string') return clean === value ? escapeMask(value) : '<any>';
  if (Array.isArray(value)) {
    return Array.isArray(clean)
      ? value.map((item, index) => copy(item, clean[index], below(ignored, String(index))))
      : '<any>';
  }
  if (!isRecord(value)) return Object.is(clean, value) ? value : '<any>';
  // A key that contains a secret is a different key in `clean`.
  if (!isRecord(clean) || Object.keys(value).some((key) => !Object.hasOwn(clean, key))) return '<any>';
  const keys = Object.keys(value).filter((key) => ignored?.at(key) !== true);
  return Object.fromEntries(keys.sort().map((key) => [key, copy(value[key], clean[key], below(ignored, key))]));
}

function below(ignored: PathTree | undefined, key: string): PathTree | undefined {
  const found = ignored?.at(key);
  return found === true ? undefined : found;
}

/**
 * Merges `written` with the record that is already in the baseline: masks that still match are kept; with `isOpen`, fields
 * that the baseline record does not have are left out.
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
