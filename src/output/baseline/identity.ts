import { attributesOf, type OutputRecord } from '../record';
import { isMask } from './masks';
import type { PathTree } from './path-tree';

/** Attributes that distinguish records with the same name: the names of their parents, from the outside in. */
const PARENTS = ['databaseName', 'schemaName', 'tableName', 'viewName', 'parentName'];

/** The attributes that may name a record; the first one present is used. */
const NAMES = ['name', 'qualifiedName', 'id'];

/** The attributes that identify a baseline record among those of its type; the last is its name. */
export type IdentityFields = readonly string[];

/** Separates the parts of a key; no name contains it. */
const SEPARATOR = '\0';

/** A cache, so that equal lists are the same object. */
const known = new Map<string, IdentityFields>();

/** The identifying fields of a baseline record: its name, and those of its parents' names that are compared. */
export function identityFields(record: OutputRecord, ignored: PathTree): IdentityFields | undefined {
  const attributes = attributesOf(record);
  const isKnown = (field: string): boolean => part(attributes[field]) !== undefined && !isMask(attributes[field]);
  const name = NAMES.find(isKnown);
  if (name === undefined) return undefined;
  const tree = attributes === record ? ignored : ignored.at('attributes');
  const isCompared = (field: string): boolean => typeof tree !== 'object' || tree.at(field) !== true;
  let fields = '';
  for (const parent of PARENTS) if (isKnown(parent) && isCompared(parent)) fields += `${parent} `;
  fields += name;
  const list = known.get(fields) ?? fields.split(' ');
  known.set(fields, list);
  return list;
}

/** The key of a record from these fields; `undefined` if it lacks one. */
export function identityKey(record: OutputRecord, fields: IdentityFields): string | undefined {
  const attributes = attributesOf(record);
  let key = '';
  for (const field of fields) {
    const text = part(attributes[field]);
    if (text === undefined) return undefined;
    key = key === '' ? text : `${key}${SEPARATOR}${text}`;
  }
  return key;
}

/** A key in readable form: `sales/orders/id`. */
export function keyText(key: string): string {
  return key.replaceAll(SEPARATOR, '/');
}

/** A record's name for a report, regardless of the baseline. */
export function recordName(record: OutputRecord, ignored: PathTree): string {
  const fields = identityFields(record, ignored);
  return fields === undefined ? '(no name)' : keyText(identityKey(record, fields) ?? '');
}

function part(value: unknown): string | undefined {
  if (typeof value === 'number' || typeof value === 'bigint') return String(value);
  return typeof value === 'string' && value !== '' ? value : undefined;
}
