import type { OutputRecord } from '../record';
import { eachRecord, type RecordSource } from './each-record';

/** See the main entry's readRecords. */
export async function* readRecords(output: RecordSource): AsyncGenerator<OutputRecord, void, void> {
  let piece: OutputRecord[] = [];
  const steps = eachRecord(output, (record) => piece.push(record));
  while (!steps.next().done) {
    yield* piece;
    piece = [];
  }
  yield* piece;
}
