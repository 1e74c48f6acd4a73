import { reaches, sumOfScores } from '../../strength/score';
import type { Score } from '../../strength/strength-record';
import type { Row } from '../data/row';

/** What the scenarios of one `describe` block would notice together. */
export interface StrengthOfBlock {
  /** The number of the block. */
  readonly group: number;
  readonly place: Row['place'];
  readonly score: Score;
  /** The scenario with the lowest score; absent if all notice everything. */
  readonly weakest?: ScoredRow | undefined;
}

/** A scenario that was judged. */
export type ScoredRow = Row & { readonly strength: Score };

/** The blocks whose scenarios were judged, the weakest first. */
export function blockStrengths(rows: readonly Row[]): StrengthOfBlock[] {
  const blocks = new Map<number, ScoredRow[]>();
  for (const row of rows.filter(isScored)) {
    const block = blocks.get(row.group) ?? [];
    blocks.set(row.group, block);
    block.push(row);
  }
  return [...blocks.values()].map(blockOf).sort((left, right) => share(left.score) - share(right.score));
}

function blockOf(rows: readonly ScoredRow[]): StrengthOfBlock {
  const [weakest] = rows
    .filter(({ strength }) => !reaches(strength, 100))
    .sort((left, right) => share(left.strength) - share(right.strength));
  const { group, place } = rows[0] as ScoredRow;
  return { group, place, score: sumOfScores(rows.map(({ strength }) => strength)), weakest };
}

function isScored(row: Row): row is ScoredRow {
  return row.strength !== undefined;
}

function share({ noticed, total }: Score): number {
  return noticed / total;
}
