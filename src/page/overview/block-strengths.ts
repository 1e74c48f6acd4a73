import { percentOf, sumOfScores } from '../../strength/score';
import type { Score } from '../../strength/strength-record';
import type { Row } from '../data/row';

/** What the scenarios of one `describe` block would notice together. */
export interface BlockStrength {
  readonly place: Row['place'];
  readonly score: Score;
  /** The scenario with the lowest score; absent if all notice everything. */
  readonly weakest?: ScoredRow | undefined;
}

/** A scenario that was judged. */
export type ScoredRow = Row & { readonly strength: Score };

/** The blocks whose scenarios were judged, the weakest first. */
export function blockStrengths(rows: readonly Row[]): BlockStrength[] {
  const blocks = new Map<number, ScoredRow[]>();
  for (const row of rows.filter(isScored)) {
    const block = blocks.get(row.group) ?? [];
    blocks.set(row.group, block);
    block.push(row);
  }
  return [...blocks.values()].map(blockOf).sort((left, right) => share(left.score) - share(right.score));
}

function blockOf(rows: readonly ScoredRow[]): BlockStrength {
  const [weakest] = rows
    .filter(({ strength }) => percentOf(strength) !== 100)
    .sort((left, right) => share(left.strength) - share(right.strength));
  return { place: (rows[0] as ScoredRow).place, score: sumOfScores(rows.map(({ strength }) => strength)), weakest };
}

function isScored(row: Row): row is ScoredRow {
  return row.strength !== undefined;
}

function share({ noticed, total }: Score): number {
  return noticed / total;
}
