import type { PageDetail, PageIndex } from '../../run-report/page/page-data';
import { detailOfEntry } from '../../run-report/page/page-entry';
import { type Row, rowsOf } from './row';
import { unpackChunk } from './unpack';

/** The run, as the page reads it. */
export interface RunData {
  readonly index: PageIndex;
  readonly rows: readonly Row[];
  readonly byId: ReadonlyMap<string, Row>;
  readonly detail: (row: Row) => Promise<PageDetail>;
}

/** Prepares the rows, and reads the details when they are needed. */
export function runData(index: PageIndex): RunData {
  const rows = rowsOf(index.rows, index.groups);
  const chunks = new Map<number, ReturnType<typeof unpackChunk>>();
  return {
    index,
    rows,
    byId: new Map(rows.map((row) => [row.id, row])),
    detail: async ({ id, chunk }) => {
      const read = chunks.get(chunk) ?? unpackChunk(chunk);
      chunks.set(chunk, read);
      const entry = (await read)[id];
      if (entry === undefined) throw new Error(`The page is incomplete: it has no details of ${id}.`);
      return detailOfEntry(entry);
    },
  };
}
