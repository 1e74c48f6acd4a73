import { attributesOf, type OutputRecord } from '../record';
import { isMask } from './masks';
import type { PathTree } from './path-tree';

/** What tells records of one name apart: the names of what holds them, from the outside in. */
const PARENTS = ['databaseName', 'schemaName', 'tableName', 'viewName', 'parentName'];

/** What a record may be called by, the first that it has. */
const NAMES = ['name', 'qualifiedName', 'id'];

/** The attributes that tell a record of a baseline from all others of its type; the last is its name. */
export type IdentityFields = readonly string[];

/** Separates the parts of a key; no name has it in it. */
const SEPARATOR = '\0';

/** Lists that were made, by their fields: equal ones are the same. */
const known = new Map<string, IdentityFields>();

/** By what a record of the baseline is known: its name, and those of its parents that are compared. */
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

/** What a record is called by these fields; nothing when it lacks one. */
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

/** A key as a person reads it: `sales/orders/id`. */
export function keyText(key: string): string {
  return key.replaceAll(SEPARATOR, '/');
}

/** What a record may be called in a report, whatever the baseline knows of it. */
export function recordName(record: OutputRecord, ignored: PathTree): string {
  const fields = identityFields(record, ignored);
  return fields === undefined ? '(no name)' : keyText(identityKey(record, fields) ?? '');
}

function part(value: unknown): string | undefined {
  if (typeof value === 'number' || typeof value === 'bigint') return String(value);
  return typeof value === 'string' && value !== '' ? value : undefined;
}
