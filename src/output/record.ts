import type { Json } from '../json/json';
import { isRecord } from '../validation/shape';

/** One record of what a workflow wrote. */
export interface OutputRecord {
  readonly [field: string]: Json;
}

/** Where a record stands. */
export interface RecordPlace {
  /** The file; `undefined` for a record that was handed over. */
  readonly file?: string | undefined;
  /** Its line in the file; of Parquet its row, of records that were handed over its place among them; from 1. */
  readonly line: number;
}

/** What stands for the type of a record that names none. */
export const NO_TYPE = '(no typeName)';

/** The type of a record: `typeName`. */
export function typeOf(record: OutputRecord): string {
  const type: unknown = record['typeName'];
  return typeof type === 'string' && type !== '' ? type : NO_TYPE;
}

/** The attributes of a record; the record itself where it has no field `attributes`. */
export function attributesOf(record: OutputRecord): OutputRecord {
  const attributes: unknown = record['attributes'];
  if (isRecord(attributes)) return attributes;
  return 'attributes' in record ? {} : record;
}

/** A place as it can be clicked on: `file:line`. */
export function placeText({ file, line }: RecordPlace): string {
  return file === undefined ? `record ${line}` : `${file}:${line}`;
}
