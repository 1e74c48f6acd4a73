import type { PageGroup, PageRow } from '../../run-report/page/page-data';

/** A row, with what the list needs to find and sort it. */
export interface Row extends PageRow {
  readonly place: PageGroup;
  /** The duration of all attempts. */
  readonly durationMs: number;
  /** What a search looks in, in lower case. */
  readonly haystack: string;
}

const NO_PLACE: PageGroup = { file: '', ancestors: [] };

/** The rows of an index, in its order. */
export function rowsOf(rows: readonly PageRow[], groups: readonly PageGroup[]): Row[] {
  return rows.map((row) => withPlace(row, groups[row.group] ?? NO_PLACE));
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
