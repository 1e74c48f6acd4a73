import { isIsoDay } from '../values/iso-date';
import { printValue } from '../values/print';

/**
 * Why strings cannot be ordered as `greaterThan` and its like do it, by their characters: "9" would be above "10", and
 * 00:30 in Paris after 00:00 in London. `undefined` if they can. Days alone are ordered right, among themselves.
 */
export function stringOrderProblem(value: string, limit: string): string | undefined {
  const areDays = isIsoDay(value) && isIsoDay(limit);
  return areDays ? undefined : (contentProblem(value) ?? contentProblem(limit));
}

/** Why `limit` cannot be compared with any string. */
export function stringLimitProblem(limit: string): string | undefined {
  if (limit === '') return 'every other string comes after an empty one: use isEmpty() or isNotEmpty()';
  return isIsoDay(limit) ? undefined : contentProblem(limit);
}

function contentProblem(text: string): string | undefined {
  const shown = printValue(text, { maxLength: 80 });
  if (looksLikeNumber(text)) {
    return (
      `${shown} looks like a number, and strings are ordered by their characters: compare with a number, ` +
      'or write a function: value => Number(value) > …'
    );
  }
  if (!TIMES.some((pattern) => pattern.test(text))) return undefined;
  return `${shown} looks like a date or time, and strings are ordered by their characters: use isBefore(…) or isAfter(…)`;
}

/** `1,000` and `1,5` too, which JavaScript does not read. */
function looksLikeNumber(text: string): boolean {
  const trimmed = text.trim().replace(/^([+-]?\d+),(\d+)$/, '$1.$2');
  return trimmed !== '' && !Number.isNaN(Number(trimmed.replace(/(?<=\d)[,_ ](?=\d{3}\b)/g, '')));
}

/** Whole names and their abbreviations only: "decoder-10" and "market 1" are no dates. */
const WEEKDAY = '(?:mon|tue(?:s)?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?';
const MONTH =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';

/** Days and times as servers write them; beginnings are enough. */
const TIMES: readonly RegExp[] = [
  /^\s*(?:[+-]\d\d)?\d{4}[-/.]\d{1,2}[-/.]\d{1,2}(?!\d)/,
  /^\s*\d{8}[T ]\d\d/,
  /^\s*\d{1,2}[-/.]\d{1,2}[-/.]\d{4}(?!\d)/,
  new RegExp(`^\\s*(?:${WEEKDAY},?\\s+)?(?:\\d{1,2}[\\s-])?${MONTH}\\.?[\\s-]+\\d`, 'i'),
];
