import { jsonText } from '../../json/exact-json';
import { replaceFile } from '../../replace-file';
import type { OutputRecord } from '../record';

/** A record with its type. */
export interface TypedRecord {
  readonly type: string;
  readonly record: OutputRecord;
}

/** A baseline to write; the records of one type must be adjacent. */
export interface WrittenBaseline {
  readonly path: string;
  readonly format: 'document' | 'lines';
  readonly records: readonly TypedRecord[];
}

/** Writes a baseline atomically: a concurrent reader sees either the old or the new one. */
export function writeBaseline({ path, format, records }: WrittenBaseline): void {
  replaceFile(path, format === 'document' ? documentTexts(records) : lineTexts(records));
}

function* lineTexts(records: readonly TypedRecord[]): Generator<string> {
  for (const { type, record } of records) yield `${jsonText({ typeName: type, ...withoutType(record) })}\n`;
}

function* documentTexts(records: readonly TypedRecord[]): Generator<string> {
  let open: string | undefined;
  for (const { type, record } of records) {
    if (type === open) yield ',\n';
    else yield `${open === undefined ? '{\n' : '\n  ],\n'}  ${JSON.stringify(type)}: [\n`;
    open = type;
    yield jsonText(withoutType(record), { indent: 2 }).replace(/^/gm, '    ');
  }
  yield '\n  ]\n}\n';
}

function withoutType({ typeName: _type, ...others }: OutputRecord): OutputRecord {
  return others;
}
