import { joinPath } from '../assertions/paths/path-text';
import { type Keys, valueAt, without, withValue } from './edit';

const DEEPEST = 6;
const MOST = 60;

/** A field of a response, and the changed copies of the response. */
export interface ChangedField {
  readonly path: string;
  readonly changes: readonly { readonly kind: string; readonly body: unknown }[];
}

/** The fields of a response, the outer ones first. Of a list, the first item stands for all. */
export function changedFields(body: unknown): ChangedField[] {
  return fieldsOf(body).map((keys) => ({ path: joinPath(keys.map(String)), changes: changesAt(body, keys) }));
}

function fieldsOf(body: unknown): Keys[] {
  const found: Keys[] = [];
  for (let level: Keys[] = [[]]; level.length > 0 && found.length < MOST;) {
    const next = level.flatMap((keys) => keysBelow(valueAt(body, keys)).map((key) => [...keys, key]));
    found.push(...next);
    level = next.filter((keys) => keys.length < DEEPEST);
  }
  return found.slice(0, MOST);
}

function keysBelow(value: unknown): (string | number)[] {
  if (Array.isArray(value)) return value.length === 0 ? [] : [0];
  // More of them would not be used.
  return typeof value === 'object' && value !== null ? Object.keys(value).slice(0, MOST) : [];
}

function changesAt(body: unknown, keys: Keys): ChangedField['changes'] {
  const value = valueAt(body, keys);
  const other = otherValue(value);
  return [
    { kind: 'gone', body: without(body, keys) },
    ...(value === null ? [] : [{ kind: 'null', body: withValue(body, keys, null) }]),
    ...(other === undefined ? [] : [{ kind: 'another value', body: withValue(body, keys, other) }]),
    { kind: 'another type', body: withValue(body, keys, otherType(value)) },
  ];
}

/** Of the same type; `null` and empty containers have none. */
function otherValue(value: unknown): unknown {
  if (typeof value === 'boolean') return !value;
  if (typeof value === 'string') return value === '' ? 'changed' : `${value.slice(0, 100)} changed`;
  if (typeof value === 'number') return value + 1;
  if (typeof value === 'bigint') return value + 1n;
  if (typeof value !== 'object' || value === null || Object.keys(value).length === 0) return undefined;
  return Array.isArray(value) ? [] : {};
}

function otherType(value: unknown): unknown {
  return typeof value === 'string' ? 1 : Array.isArray(value) ? {} : 'changed';
}
