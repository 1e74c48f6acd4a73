import { shownKeysOf } from '../../assertions/values/key-lists';
import { isPlain, printValue, thrownText } from '../../assertions/values/print';
import { wholeCharacters } from '../../assertions/values/quote';
import { MOST_IN_FOCUS, placesToKeep, viewList } from './cut-list';
import { acceptedMark, countMark, isMark, readMarked, sizeOfMark, splitText, wordMark } from './cut-mark';
import { createFocus, type Focus } from './focus';
import { countLines } from './pretty-json';

/** How much of a value is kept. */
export interface Budget {
  /** Lines of pretty JSON. */
  readonly lines: number;
  readonly characters: number;
  /** Returns the first characters of a string that is cut. @default `slice` */
  readonly start?: ((text: string, length: number) => string) | undefined;
  /** The most items of a list, in addition to those in focus. */
  readonly items?: number | undefined;
  /** Whether to keep values that a matcher accepts; otherwise both sides are shown as the matcher. */
  readonly keepAccepted?: boolean | undefined;
}

interface Level {
  readonly depth: number;
  readonly width: number;
  readonly text: number;
}

/** Tried in turn until the result fits the budget; the last one is used in any case. */
const LEVELS: readonly Level[] = [
  { depth: 50, width: 1_000, text: 4_000 },
  { depth: 12, width: 100, text: 300 },
  { depth: 8, width: 30, text: 300 },
  { depth: 6, width: 16, text: 200 },
  { depth: 5, width: 12, text: 200 },
  { depth: 4, width: 12, text: 120 },
  { depth: 4, width: 8, text: 120 },
  { depth: 3, width: 8, text: 80 },
  { depth: 3, width: 5, text: 80 },
  { depth: 3, width: 3, text: 60 },
  { depth: 2, width: 2, text: 40 },
  { depth: 1, width: 1, text: 30 },
];

/** How many more levels are shown below a part in focus. */
const FOCUS_DEPTH = 2;
const FOCUS_CHARACTERS = 120;
const KEY_LENGTH = 100;
const LONGEST_NUMBER = 1_000;

interface Run {
  readonly level: Level;
  readonly start: (text: string, length: number) => string;
  readonly keepAccepted: boolean;
  readonly items: number;
  /** How many characters may still be kept, and whether the limit was exceeded. */
  left: number;
  isOver: boolean;
  readonly ancestors: object[];
}

/**
 * A copy of `value` as plain JSON that fits the budget. The parts in focus are kept; marks replace omitted parts. A cut
 * value may be cut again: existing marks are counted. Never throws.
 */
export function cutValue(value: unknown, budget: Budget, focus = createFocus()): unknown {
  return cutAlike([value], budget, focus)[0];
}

/** Cuts several values at the same places, so that equal parts stay equal. */
export function cutAlike(values: readonly unknown[], budget: Budget, focus = createFocus()): readonly unknown[] {
  const { start = sliced, keepAccepted = false, items = Infinity } = budget;
  let cut: readonly unknown[] = [];
  for (const level of LEVELS) {
    const runs = values.map((value) => {
      const run: Run = {
        level,
        start,
        keepAccepted,
        items,
        left: budget.characters,
        isOver: false,
        ancestors: [],
      };
      const made = cutSafely(value, focus, run);
      return { made, fits: !run.isOver && countLines(made) <= budget.lines };
    });
    cut = runs.map(({ made }) => made);
    if (runs.every(({ fits }) => fits)) break;
  }
  return cut;
}

/** The first characters of `text`, and the count of the rest; surrogate pairs are not split. */
export function cutText(text: string, limit: number, start = sliced): string {
  const { head, left } = splitText(text);
  if (head.length <= limit) return text;
  const end = wholeCharacters(head, limit);
  return start(head, end) + countMark(head.length - end + left, 'character');
}

function sliced(text: string, length: number): string {
  return text.slice(0, length);
}

function cutSafely(value: unknown, focus: Focus, run: Run): unknown {
  try {
    return cutPart(value, focus, 0, run);
  } catch (error) {
    return wordMark(`[cannot be read: ${thrownText(error)}]`);
  }
}

function cutPart(value: unknown, focus: Focus | undefined, depth: number, run: Run): unknown {
  const isMatcher = typeof value === 'object' && !isPlain(value);
  if (focus?.words !== undefined && (isMatcher || !run.keepAccepted)) return acceptedMark(focus.words);
  if (!isPlain(value)) return cutLeaf(value, run);
  if (run.ancestors.includes(value)) return wordMark('[Circular]');

  const isKept = focus?.keep === true;
  const isTarget = isKept && depth > 0 && focus.children.size === 0;
  if (isTarget) run.left = Math.max(run.left, FOCUS_CHARACTERS);
  const allowed = isTarget ? Math.min(depth, run.level.depth - FOCUS_DEPTH) : depth;
  const isTooMuch = allowed >= run.level.depth || run.left < 0;
  const width = isTooMuch && !isKept ? 0 : run.level.width;
  run.ancestors.push(value);
  const cut = Array.isArray(value)
    ? cutArray(value, { focus, width, depth: allowed + 1 }, run)
    : cutObject(value as Readonly<Record<string, unknown>>, { focus, width, depth: allowed + 1 }, run);
  run.ancestors.pop();
  return cut;
}

function spend(run: Run, characters: number): void {
  run.left -= characters;
  run.isOver ||= run.left < 0;
}

function cutLeaf(value: unknown, run: Run): unknown {
  const isJson = value === null || ['string', 'boolean'].includes(typeof value) || isNumber(value);
  const cut = typeof value === 'string' ? cutText(value, run.level.text, run.start) : value;
  spend(run, String(isJson ? cut : '').length + 4);
  return isJson ? cut : wordMark(value === undefined ? 'undefined' : printValue(value, { maxLength: 120 }));
}

/** Whether it is a number that is shown unchanged; a bigint may have a million digits. */
function isNumber(value: unknown): boolean {
  return typeof value === 'bigint' ? String(value).length <= LONGEST_NUMBER : Number.isFinite(value);
}

interface Inside {
  readonly focus: Focus | undefined;
  readonly width: number;
  readonly depth: number;
}

function cutArray(items: readonly unknown[], { focus, width, depth }: Inside, run: Run): unknown[] {
  const list = viewList(items);
  const parts = new Map<number, Focus>();
  for (const [key, part] of focus?.children ?? []) {
    const place = list.placeOf(key);
    if (place !== undefined) parts.set(place, part);
  }
  const cut: unknown[] = [];
  let from = 0;
  for (const place of placesToKeep(items.length, Math.min(width, run.items), parts)) {
    if (list.isGap(place) || (run.left < 0 && parts.get(place)?.keep !== true)) continue;
    if (place > from) cut.push(countMark(list.size(from, place), 'item'));
    cut.push(cutPart(readMarked(items, place), parts.get(place), depth, run));
    from = place + 1;
  }
  if (from < items.length) cut.push(countMark(list.size(from, items.length), 'item'));
  return cut;
}

function cutObject(
  holder: Readonly<Record<string, unknown>>,
  { focus, width, depth }: Inside,
  run: Run,
): Record<string, unknown> {
  const keys = shownKeysOf(holder);
  const hasMark = isMark(keys.at(-1));
  const own = hasMark ? keys.slice(0, -1) : keys;
  const inFocus = [...(focus?.children ?? [])].filter(([key, part]) => part.keep && Object.hasOwn(holder, key));
  const wanted = new Set([...own.slice(0, width), ...inFocus.slice(0, MOST_IN_FOCUS).map(([key]) => key)]);

  const cut: [string, unknown][] = [];
  for (const key of wanted) {
    const part = focus?.children.get(key);
    if (run.left < 0 && part?.keep !== true) continue;
    const name = cutText(key, KEY_LENGTH, run.start);
    spend(run, name.length + 4);
    cut.push([name, cutPart(readMarked(holder, key), part, depth, run)]);
  }
  const left = own.length - cut.length + (hasMark ? sizeOfMark(keys.at(-1) as string) : 0);
  if (left > 0) cut.push([countMark(left, 'key'), null]);
  return Object.fromEntries(cut);
}
