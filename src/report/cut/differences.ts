import { deepEqual } from '../../assertions/values/deep-equal';
import { printValue } from '../../assertions/values/print';
import { areStructures, DEEPEST_DIFFERENCE, walkDifferences } from '../../assertions/values/walk-differences';
import { acceptedWords, readMarked } from './cut-mark';
import { addFocus, createFocus, type Focus } from './focus';

/** Enough to see what is wrong. */
const MOST = 10;
/** More would take longer than a person likes to wait. */
const MOST_VISITED = 100_000;

/**
 * The parts in which two structures differ, for both to be cut alike. A part that an asymmetric matcher accepts is shown
 * as that matcher in both: it is no difference.
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

/** The matcher that accepts `received`, in words. */
function acceptedText(received: unknown, expected: unknown): string | undefined {
  const accepts = typeof expected === 'object' && expected !== null && deepEqual(received, expected);
  return accepts ? printValue(expected, { maxLength: 120 }) : acceptedWords(expected);
}

/** Whether a difference was found: of very large structures not every part is looked at. */
export function hasDifference({ children }: Focus): boolean {
  return [...children.values()].some(({ keep }) => keep);
}
