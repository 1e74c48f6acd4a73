import type { Score } from './strength-record';

/** The scores of several scenarios as one. */
export function sumOfScores(scores: Iterable<Score>): Score {
  let [noticed, total] = [0, 0];
  for (const score of scores) {
    noticed += score.noticed;
    total += score.total;
  }
  return { noticed, total };
}

/** In percent, rounded down: only a complete score is 100. `undefined` if nothing was judged. */
export function percentOf({ noticed, total }: Score): number | undefined {
  return total === 0 ? undefined : Math.floor((noticed * 100) / total);
}

/** `93 % (40 of 43)`. */
export function scoreText(score: Score): string {
  const percent = percentOf(score);
  const counts = `${score.noticed} of ${score.total}`;
  return percent === undefined ? counts : `${percent} % (${counts})`;
}

/** Whether a score is at least `min` percent. A score of nothing never is. */
export function reaches({ noticed, total }: Score, min: number): boolean {
  return total > 0 && noticed * 100 >= min * total;
}
