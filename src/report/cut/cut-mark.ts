import { readProperty } from '../../assertions/values/print';
import { countOf } from '../../count-of';
import { jsonText } from '../../json/exact-json';

/**
 * A noncharacter of Unicode: no text needs it. It begins what stands in a cut value for something else: a count of what
 * was left out, or a value that JSON does not have. A mark is a string, so that it outlives copying and redaction.
 */
const SIGN = '\uFDD0';
const ACCEPTED = '\uFDD1';
const COUNT = /^\uFDD0(\d+) (item|key|character)$/;

/** What is counted. */
export type CutUnit = 'item' | 'key' | 'character';

/** Stands for `count` things that were left out: an item of an array, a key of an object, the end of a text. */
export function countMark(count: number, unit: CutUnit): string {
  return `${SIGN}${count} ${unit}`;
}

/** Stands for a value that is shown without quotes. */
export function wordMark(words: string): string {
  return SIGN + words.replaceAll(SIGN, '');
}

/** What stands under `key`; of a getter that throws, a mark that says so. */
export function readMarked(holder: object, key: string | number): unknown {
  return readProperty(holder, key, wordMark);
}

/** Stands for a matcher that has accepted what it was asked about. */
export function acceptedMark(words: string): string {
  return wordMark(`${ACCEPTED}${words}`);
}

/** The words of an {@link acceptedMark}. */
export function acceptedWords(value: unknown): string | undefined {
  return isMark(value) && (value as string)[1] === ACCEPTED ? (value as string).slice(2) : undefined;
}

export function isMark(value: unknown): boolean {
  return typeof value === 'string' && value.startsWith(SIGN);
}

/** Whether it stands for things that were left out, and not for a value. */
export function isCountMark(value: unknown): value is string {
  return typeof value === 'string' && COUNT.test(value);
}

/** How many things a mark stands for; a word stands for itself. */
export function sizeOfMark(mark: string): number {
  return Number(COUNT.exec(mark)?.[1] ?? 1);
}

/** A text that may have been cut before: what is there, and how many characters are not. */
export function splitText(text: string): { readonly head: string; readonly left: number } {
  const end = /\uFDD0(\d+) character$/.exec(text.slice(-40));
  return end ? { head: text.slice(0, -end[0].length), left: Number(end[1]) } : { head: text, left: 0 };
}

/** `… 312 more items`; `alone`, where nothing of the kind is shown: `… 312 items`. */
export function markText(mark: string, alone = false): string {
  const [, count, unit = ''] = COUNT.exec(mark) ?? [];
  return count === undefined
    ? (acceptedWords(mark) ?? mark.slice(SIGN.length))
    : `… ${countOf(Number(count), alone ? unit : `more ${unit}`)}`;
}

/** Whether anything was left out of a cut value. */
export function hasMarks(cut: unknown): boolean {
  return jsonText(cut).includes(SIGN);
}

/** The marks in a text that shows a cut value as JSON, put into words. */
export function marksInWords(text: string): string {
  if (!text.includes(SIGN)) return text;
  return text
    .replace(/"(\uFDD0(?:[^"\\\uFDD0]|\\.)*)"(?:: null)?/g, (_all, mark: string) =>
      markText(mark.replace(/\\(["\\])/g, '$1')),
    )
    .replace(/(\uFDD0\d+ character)"/g, (_all, mark: string) => `"${markText(mark)}`);
}
