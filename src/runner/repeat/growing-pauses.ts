const FIRST_MS = 50;
const GROWTH = 1.5;

/** Pauses between two looks, in milliseconds: short ones first, for most things are quick, then up to `longest`. */
export function* growingPauses(longest: number, first = FIRST_MS): Generator<number, never> {
  for (let pause = first; ; pause *= GROWTH) yield Math.min(pause, longest);
}
