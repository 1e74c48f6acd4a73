import { thrownText } from '../../assertions/values/print';
import { ConnectorTestError, type ErrorCode } from '../../errors';
import { parseJson } from '../../json/exact-json';
import { isRecord } from '../../validation/shape';
import type { Steps } from '../chunked';
import type { OutputRecord, RecordPlace } from '../record';
import { jsonDocument, JsonDocumentError } from './json-document';
import { jsonLines, type RecordText } from './json-lines';
import { type OutputFile, outputFiles, outputMissing } from './output-files';
import { parquetRows } from './parquet-rows';
import { plainRecord } from './plain-record';

/** Called with each record. */
export type Visit = (record: OutputRecord, place: RecordPlace) => void;

/** A folder or file of output, or a list of records. */
export type RecordSource = string | readonly OutputRecord[];

/** The number of records of a list that are visited per step. */
const PIECE = 1_000;

/**
 * Visits each record of the output and returns their number, which is never 0.
 *
 * @throws ConnectorTestError OUTPUT_MISSING, OUTPUT_UNREADABLE
 */
export function* eachRecord(source: RecordSource, visit: Visit): Steps<number> {
  if (typeof source !== 'string') return yield* eachGiven(source, visit);
  const files = outputFiles(source);
  let count = 0;
  for (const file of files) count += yield* eachOfFile(file, 'OUTPUT_UNREADABLE', visit);
  if (count === 0)
    throw outputMissing({ what: `There are no records in ${files.map(({ path }) => path).join(', ')}.` });
  return count;
}

/** Visits each record of one file and returns their number. */
export function* eachOfFile(file: OutputFile, code: ErrorCode, visit: Visit): Steps<number> {
  let count = 0;
  try {
    for (const texts of readers[file.format](file.path)) {
      for (const text of texts) visit(parsed(text, { file: file.path, code }), { file: file.path, line: text.line });
      count += texts.length;
      yield;
    }
  } catch (error) {
    if (!(error instanceof JsonDocumentError)) throw error;
    throw unreadable({ file: file.path, line: error.line, code, why: error.message });
  }
  return count;
}

const readers = { lines: jsonLines, document: jsonDocument, parquet: parquetRows };

function* eachGiven(records: readonly OutputRecord[], visit: Visit): Steps<number> {
  if (records.length === 0) throw outputMissing({ what: 'There are no records: the list is empty.' });
  for (let start = 0; start < records.length; start += PIECE) {
    const end = Math.min(start + PIECE, records.length);
    for (let index = start; index < end; index += 1) visit(plainRecord(records[index], index + 1), { line: index + 1 });
    yield;
  }
  return records.length;
}

function parsed({ text, line, type }: RecordText, { file, code }: { file: string; code: ErrorCode }): OutputRecord {
  let value: unknown;
  try {
    value = parseJson(text);
  } catch (error) {
    throw unreadable({ file, line, code, why: thrownText(error) });
  }
  if (!isRecord(value)) throw unreadable({ file, line, code, why: 'expected a JSON object.' });
  if (type !== undefined) value['typeName'] = type;
  return value;
}

interface Unreadable {
  readonly file: string;
  readonly line: number;
  readonly code: ErrorCode;
  readonly why: string;
}

function unreadable({ file, line, code, why }: Unreadable): ConnectorTestError {
  const fix =
    code === 'OUTPUT_UNREADABLE'
      ? 'make sure that the app writes one JSON object per line; a cut-off line was not written completely.'
      : 'correct the file: a JSON object with a list per type, or one JSON object per line (then name it .jsonl).';
  return new ConnectorTestError(code, { what: `Cannot read the record at ${file}:${line}.`, why, fix });
}
