import type { PageDetail, PageGroup, PageIndex, PageRow } from '../../run-report/page/page-data';
import { unpackChunk } from './unpack';

/** A row, with what the list needs to find and sort it. */
export interface Row extends PageRow {
  readonly place: PageGroup;
  /** The duration of all attempts. */
  readonly durationMs: number;
  /** What a search looks in, in lower case. */
  readonly haystack: string;
}

/** The run, as the page reads it. */
export interface RunData {
  readonly index: PageIndex;
  readonly rows: readonly Row[];
  readonly byId: ReadonlyMap<string, Row>;
  readonly detail: (row: Row) => Promise<PageDetail>;
}

const NO_PLACE: PageGroup = { file: '', ancestors: [] };

/** Prepares the rows, and reads the details when they are needed. */
export function runData(index: PageIndex): RunData {
  const rows = index.rows.map((row) => withPlace(row, index.groups[row.group] ?? NO_PLACE));
  const chunks = new Map<number, ReturnType<typeof unpackChunk>>();
  return {
    index,
    rows,
    byId: new Map(rows.map((row) => [row.id, row])),
    detail: async ({ id, chunk }) => {
      const read = chunks.get(chunk) ?? unpackChunk(chunk);
      chunks.set(chunk, read);
      const detail = (await read)[id];
      if (detail === undefined) throw new Error(`The page is incomplete: it has no details of ${id}.`);
      return detail;
    },
  };
}

function withPlace(row: PageRow, place: PageGroup): Row {
  const { name, api = '', tags = [], note = '', status, spans } = row;
  const words = [name, ...place.ancestors, place.file, place.project ?? '', api, ...tags, note, status];
  return {
    ...row,
    place,
    durationMs: spans.reduce((sum, { durationMs }) => sum + durationMs, 0),
    haystack: words.join('\n').toLowerCase(),
  };
}
