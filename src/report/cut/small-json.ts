import { shownKeysOf } from '../../assertions/values/key-lists';

const DEEPEST = 20;
const LONGEST_STRING = 300;
const LONGEST_NAME = 80;

/** What may still be visited. */
interface Rest {
  values: number;
  characters: number;
}

/**
 * Whether `value` is plain JSON that surely fits a budget, by a quick look. Most responses do, and a cut would copy them.
 */
export function isSmallJson(value: unknown, budget: { readonly lines: number; readonly characters: number }): boolean {
  // Pretty JSON has at most two lines per value; names, quotes and indentation need characters too.
  return fits(value, 0, { values: budget.lines / 2, characters: budget.characters / 4 });
}

function fits(value: unknown, depth: number, rest: Rest): boolean {
  rest.values -= 1;
  if (typeof value === 'string') return value.length <= LONGEST_STRING && spend(rest, value.length);
  if (typeof value === 'number') return Number.isFinite(value) && spend(rest, 24);
  if (typeof value === 'boolean' || value === null) return spend(rest, 5);
  if (typeof value !== 'object' || depth >= DEEPEST) return false;
  if (Array.isArray(value)) return spend(rest, 0) && value.every((item) => fits(item, depth + 1, rest));
  // Any other prototype may have getters or a `toJSON`.
  if (Object.getPrototypeOf(value) !== Object.prototype || 'toJSON' in value) return false;
  return (
    spend(rest, 0) &&
    shownKeysOf(value).every(
      (key) =>
        key.length <= LONGEST_NAME &&
        spend(rest, key.length) &&
        fits((value as Record<string, unknown>)[key], depth + 1, rest),
    )
  );
}

function spend(rest: Rest, characters: number): boolean {
  rest.characters -= characters;
  return rest.characters >= 0 && rest.values >= 0;
}
