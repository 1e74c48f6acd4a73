import { isIsoDay } from '../values/iso-date';
import { printValue } from '../values/print';

/**
 * Why strings can't be compared by their characters, like `greaterThan` does: "9" would be greater than "10", and 00:30 in
 * Paris later than 00:00 in London. `undefined` if they can. Dates without a time are ordered correctly.
 */
export function stringOrderProblem(value: string, limit: string): string | undefined {
  const areDays = isIsoDay(value) && isIsoDay(limit);
  return areDays ? undefined : (contentProblem(value) ?? contentProblem(limit));
}

/** Why `limit` can't be compared with any string. */
export function stringLimitProblem(limit: string): string | undefined {
  if (limit === '') return 'every other string is greater than an empty one: use isEmpty() or isNotEmpty()';
  return isIsoDay(limit) ? undefined : contentProblem(limit);
}

function contentProblem(text: string): string | undefined {
  const shown = printValue(text, { maxLength: 80 });
  if (looksLikeNumber(text)) {
    return (
      `${shown} looks like a number, but strings are compared by their characters: compare with a number, ` +
      'or write a function: value => Number(value) > …'
    );
  }
  if (!TIMES.some((pattern) => pattern.test(text))) return undefined;
  return `${shown} looks like a date or time, but strings are compared by their characters: use isBefore(…) or isAfter(…)`;
}

/** Includes `1,000` and `1,5`, which JavaScript doesn't parse. */
function looksLikeNumber(text: string): boolean {
  const trimmed = text.trim().replace(/^([+-]?\d+),(\d+)$/, '$1.$2');
  return trimmed !== '' && !Number.isNaN(Number(trimmed.replace(/(?<=\d)[,_ ](?=\d{3}\b)/g, '')));
}

/** Only complete names and their abbreviations: "decoder-10" and "market 1" aren't dates. */
const WEEKDAY = '(?:mon|tue(?:s)?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?';
const MONTH =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';

/** Dates and times in servers' formats; a matching beginning is enough. */
const TIMES: readonly RegExp[] = [
  /^\s*(?:[+-]\d\d)?\d{4}[-/.]\d{1,2}[-/.]\d{1,2}(?!\d)/,
  /^\s*\d{8}[T ]\d\d/,
  /^\s*\d{1,2}[-/.]\d{1,2}[-/.]\d{4}(?!\d)/,
  new RegExp(`^\\s*(?:${WEEKDAY},?\\s+)?(?:\\d{1,2}[\\s-])?${MONTH}\\.?[\\s-]+\\d`, 'i'),
];
