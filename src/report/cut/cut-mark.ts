import { readProperty } from '../../assertions/values/print';
import { countOf } from '../../count-of';
import { jsonText } from '../../json/exact-json';

/**
 * A Unicode noncharacter, which no real string contains. It begins a mark: a placeholder in a cut value for the number
 * of omitted parts, or for a value that JSON doesn't support. A mark is a string, so that it survives copying and
 * redaction.
 */
const SIGN = '\uFDD0';
const ACCEPTED = '\uFDD1';
const COUNT_TEXT = `${SIGN}(\\d+) (item|key|character)`;
const COUNT = new RegExp(`^${COUNT_TEXT}$`);
const COUNT_IN_JSON = new RegExp(`${COUNT_TEXT}"`);

/** The unit of a count. */
export type CutUnit = 'item' | 'key' | 'character';

/** A mark for `count` omitted parts: the items of an array, the keys of an object, the end of a string. */
export function countMark(count: number, unit: CutUnit): string {
  return `${SIGN}${count} ${unit}`;
}

/** A mark for a value that is shown without quotes. */
export function wordMark(words: string): string {
  return SIGN + words.replaceAll(SIGN, '');
}

/** The value at `key`, or a mark with the error if its getter throws. */
export function readMarked(holder: object, key: string | number): unknown {
  return readProperty(holder, key, wordMark);
}

/** A mark for a matcher that accepted the received value. */
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

/** Whether it is a mark for omitted parts, not for a value. */
export function isCountMark(value: unknown): value is string {
  return typeof value === 'string' && COUNT.test(value);
}

/** Whether parts of a value were omitted, as its JSON shows. */
export function hasCountMark(json: string): boolean {
  return COUNT_IN_JSON.test(json);
}

/** The number of parts that a mark replaces; 1 for anything else. */
export function sizeOfMark(mark: string): number {
  return Number(COUNT.exec(mark)?.[1] ?? 1);
}

/** Splits a string that may have been cut before into its start and the number of omitted characters. */
export function splitText(text: string): { readonly head: string; readonly left: number } {
  const end = /\uFDD0(\d+) character$/.exec(text.slice(-40));
  return end ? { head: text.slice(0, -end[0].length), left: Number(end[1]) } : { head: text, left: 0 };
}

/** `… 312 more items`, or `… 312 items` with `alone`, if no items are shown. */
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

/** Replaces the marks in the JSON of a cut value by readable words. */
export function marksInWords(text: string): string {
  if (!text.includes(SIGN)) return text;
  return text
    .replace(/"(\uFDD0(?:[^"\\\uFDD0]|\\.)*)"(?:: null)?/g, (_all, mark: string) =>
      markText(mark.replace(/\\(["\\])/g, '$1')),
    )
    .replace(/(\uFDD0\d+ character)"/g, (_all, mark: string) => `"${markText(mark)}`);
}

/** The cut value with readable strings in place of its marks, for readers of JSON. */
export function withReadableMarks(cut: unknown): unknown {
  if (typeof cut === 'string') return readableText(cut);
  if (typeof cut !== 'object' || cut === null) return cut;
  if (Array.isArray(cut)) return cut.map(withReadableMarks);
  return Object.fromEntries(Object.entries(cut).map(([key, item]) => [readableText(key), withReadableMarks(item)]));
}

function readableText(text: string): string {
  if (isMark(text)) return markText(text);
  const { head, left } = splitText(text);
  return left === 0 ? text : `${head}${markText(countMark(left, 'character'))}`;
}
