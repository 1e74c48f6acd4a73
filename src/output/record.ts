import type { Json } from '../json/json';
import { isRecord } from '../validation/shape';

/** One record of a workflow's output. */
export interface OutputRecord {
  readonly [field: string]: Json;
}

/** The place of a record. */
export interface RecordPlace {
  /** The file; `undefined` for a record in a list. */
  readonly file?: string | undefined;
  /** Its line in the file, its row in Parquet, or its position in a list; from 1. */
  readonly line: number;
}

/** Used as the type of a record without `typeName`. */
export const NO_TYPE = '(no typeName)';

/** The type of a record: `typeName`. */
export function typeOf(record: OutputRecord): string {
  const type: unknown = record['typeName'];
  return typeof type === 'string' && type !== '' ? type : NO_TYPE;
}

/** The attributes of a record; the record itself if it has no field `attributes`. */
export function attributesOf(record: OutputRecord): OutputRecord {
  const attributes: unknown = record['attributes'];
  if (isRecord(attributes)) return attributes;
  return 'attributes' in record ? {} : record;
}

/** A place in a form that terminals can open: `file:line`. */
export function placeText({ file, line }: RecordPlace): string {
  return file === undefined ? `record ${line}` : `${file}:${line}`;
}
