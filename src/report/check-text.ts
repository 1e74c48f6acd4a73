import type { CheckOutcome } from '../assertions/outcome';
import { outcomeFacts, outcomeLines, type Paint } from '../assertions/outcome-text';
import { areStructures } from '../assertions/values/walk-differences';
import { binaryText } from './body-text';
import { marksInWords } from './cut/cut-mark';
import { cutAlike, cutValue } from './cut/cut-value';
import { differencesOf, hasDifference } from './cut/differences';
import { oneLine } from './cut/pretty-json';
import { harmless, indent, isBinary, textLines } from './plain-text';

/** Characters that a terminal interprets or doesn't show. Line ends are excluded: Jest's differ shows them. */
const INVISIBLE = /(?!\n)[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\ufffe\uffff]/gu;

/** Formats the differences of two values, line by line; `undefined` if there is nothing to show. */
export type Differ = (expected: unknown, received: unknown) => string | undefined;

/** How to format a check. */
export interface CheckTextOptions {
  /** @default no colours */
  readonly paint?: Paint | undefined;
  /** @default no difference is shown */
  readonly diff?: Differ | undefined;
}

const plain = (text: string): string => text;
export const NO_COLOURS: Paint = { expected: plain, received: plain, dim: plain };

const RECEIVED = { lines: 100, characters: 400 };
const COMPARED = { lines: 40, characters: 4_000, items: 3 };
/** Values up to this length need no difference: readers can compare them directly. */
const SHORT = 60;
const DIFFERENCE_SHOWN = { lines: 60, characters: 8_000 };
const WORDS_SHOWN = 400;
const REASON_SHOWN = { lines: 20, characters: 2_000 };

/** Formats a failed check: its path, what was expected and received, and where two structures differ. */
export function checkText(outcome: CheckOutcome, options: CheckTextOptions = {}): string {
  const { shown, difference } = shownCheck(outcome, options);
  const lines = outcomeLines(shown, options.paint ?? NO_COLOURS, receivedValue);
  return (difference === undefined ? lines : [...lines, '', indent(difference, '    ')]).join('\n');
}

/** The parts of {@link checkText}, for callers that show each of them separately. */
export interface CheckParts {
  readonly path: string;
  /** In the order in which they are shown: `expected`, `received` and others. */
  readonly facts: readonly (readonly [label: string, text: string])[];
  readonly difference?: string | undefined;
}

/** Formats a check in parts, without colours. */
export function checkParts(outcome: CheckOutcome, diff?: Differ): CheckParts {
  const { shown, difference } = shownCheck(outcome, { diff });
  return { path: shown.path, facts: outcomeFacts(shown, NO_COLOURS, receivedValue), difference };
}

/** The outcome with strings that a terminal can show. */
function shownCheck(
  outcome: CheckOutcome,
  { diff }: CheckTextOptions,
): { shown: CheckOutcome; difference?: string | undefined } {
  const difference = diff && differenceText(outcome, diff);
  const { expected, note, reason, failedPath, nearestPath, stoppedAt, stoppedAtKind } = outcome;
  const shown: CheckOutcome = {
    ...outcome,
    path: words(outcome.path),
    expected: words(expected, difference === undefined ? WORDS_SHOWN : 2 * SHORT),
    note: note === undefined ? undefined : words(note),
    reason: reason && textLines(reason, REASON_SHOWN).join('\n'),
    failedPath: failedPath && words(failedPath),
    nearestPath: nearestPath && words(nearestPath),
    stoppedAt: stoppedAt && words(stoppedAt),
    stoppedAtKind: stoppedAtKind && words(stoppedAtKind),
  };
  return { shown, difference };
}

function receivedValue(value: unknown): string {
  return typeof value === 'string' && isBinary(value) ? binaryText(value) : oneLine(cutValue(value, RECEIVED));
}

/** A message, possibly of several lines, that may contain data from a server. */
function words(text: string, limit = WORDS_SHOWN): string {
  return text.length <= limit ? harmless(text) : `${harmless(text.slice(0, limit))}…`;
}

/** Where expected and received differ, if both are structures that are too large to compare directly. */
function differenceText({ found, received, ...outcome }: CheckOutcome, diff: Differ): string | undefined {
  const expected = outcome.expectedValue;
  if (!found || !areStructures(received, expected)) return undefined;
  const differences = differencesOf(received, expected);
  if (!hasDifference(differences)) return undefined;
  const [left, right] = cutAlike([expected, received], COMPARED, differences);
  if (isShort(left) && isShort(right)) return undefined;
  const text = diff(visibleCopy(left), visibleCopy(right));
  return text && textOfDifference(text);
}

function isShort(value: unknown): boolean {
  return oneLine(value).length <= SHORT;
}

function textOfDifference(text: string): string {
  const lines = marksInWords(text).split('\n');
  const shown = lines.slice(0, DIFFERENCE_SHOWN.lines);
  return [...shown, ...(shown.length < lines.length ? [`… ${lines.length - shown.length} more lines`] : [])].join('\n');
}

/** A copy of a cut value for a differ that doesn't escape strings: control characters become symbols such as `␛`. */
function visibleCopy(value: unknown): unknown {
  if (typeof value === 'string') return visible(value);
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(visibleCopy);
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [visible(key), visibleCopy(item)]));
}

function visible(text: string): string {
  return text.replace(INVISIBLE, (character) => {
    const code = character.codePointAt(0) ?? 0;
    return code < 0x20 ? String.fromCharCode(0x2400 + code) : `<U+${code.toString(16).toUpperCase().padStart(4, '0')}>`;
  });
}
