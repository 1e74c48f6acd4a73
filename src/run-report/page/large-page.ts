import type { OnProgress } from './page-parts';

/** A smaller page is made before its reader wonders. */
const LARGE = 5_000_000;
const EVERY_MS = 2_000;

/** Prints how far a page of more than 5 MB is made, every two seconds. */
export function largePageProgress(print: (line: string) => void, now: () => number = Date.now): OnProgress {
  let last = -Infinity;
  return ({ tests, of, bytes }) => {
    if (bytes <= LARGE || tests === of || now() - last < EVERY_MS) return;
    last = now();
    const size = (bytes / 1_000_000).toFixed(1);
    print(`writing the page of ${of.toLocaleString('en-US')} tests: ${Math.floor((100 * tests) / of)} % (${size} MB)`);
  };
}
