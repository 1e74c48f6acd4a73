import { deepEqual } from '../../assertions/values/deep-equal';
import { printValue } from '../../assertions/values/print';
import { areStructures, DEEPEST_DIFFERENCE, walkDifferences } from '../../assertions/values/walk-differences';
import { acceptedWords, readMarked } from './cut-mark';
import { addFocus, createFocus, type Focus } from './focus';

/** Enough to recognize the problem. */
const MOST = 10;
/** Comparing more would take too long. */
const MOST_VISITED = 100_000;

/**
 * The parts in which two structures differ, so that both can be cut alike. A part that an asymmetric matcher accepts isn't
 * a difference: it is shown as that matcher on both sides.
 */
export function differencesOf(received: unknown, expected: unknown): Focus {
  const focus = createFocus();
  let found = 0;
  walkDifferences(received, expected, {
    read: readMarked,
    mostParts: MOST_VISITED,
    isDone: () => found >= MOST,
    visit: (left, right, path) => {
      if (left === right) return false;
      if (areStructures(left, right) && path.length < DEEPEST_DIFFERENCE) return true;
      const accepted = acceptedText(left, right);
      if (accepted === undefined) found += 1;
      addFocus(focus, path, accepted);
      return false;
    },
  });
  return focus;
}

/** The description of the matcher that accepts `received`. */
function acceptedText(received: unknown, expected: unknown): string | undefined {
  const accepts = typeof expected === 'object' && expected !== null && deepEqual(received, expected);
  return accepts ? printValue(expected, { maxLength: 120 }) : acceptedWords(expected);
}

/** Whether a difference was found; very large structures are not compared completely. */
export function hasDifference({ children }: Focus): boolean {
  return [...children.values()].some(({ keep }) => keep);
}
