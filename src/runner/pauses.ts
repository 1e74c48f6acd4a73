/** The time limit of the requests after the last poll of a workflow, in milliseconds. */
export const LAST_REQUEST_MS = 10_000;

/** The longest pause before a retry, in milliseconds. */
export const LONGEST_RETRY_PAUSE_MS = 2_000;

const FIRST_MS = 50;
const GROWTH = 1.5;

/** Pauses between attempts or polls, in milliseconds: short ones first, because most work is quick, then up to `longest`. */
export function* growingPauses(longest: number, first = FIRST_MS): Generator<number, never> {
  for (let pause = first; ; pause *= GROWTH) yield Math.min(pause, longest);
}
