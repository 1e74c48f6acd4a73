import { quotedText } from './quoted-text';
import type { Span } from './spans';

/** `password: X`, as YAML and logs write it. */
const AFTER_COLON = /:[ \t]{1,9}(?=([^\s"'`<>,;()[\]{}\\][^\s"'`<>,;()[\]{}\\]*))(?!\S+\s?[({])/y;
/** `--password X`, and `--password "X"`; `"--password", "X"` in a list. */
const AFTER_FLAG = /(?:[ \t]{1,9}|\\*["'`],\s{0,9})(?:(\\*["'`])|([^\s"'`<>,;()[\]{}\\-][^\s"'`<>,;()[\]{}\\]*))/y;
/** `<password type="text">X</password>`. */
const AFTER_TAG = /(?:\s[^<>]{0,200})?>(?:\s{0,9}<!\[CDATA\[(?=([^]{1,4000}?)\]\]>)|(?=([^<]{1,4000})<\/))/y;

/** The value after the secret name that ends at `end`, if neither `=` nor quotation marks show that it is a value. */
export function bareValue(text: string, { start, end }: Span): Span | undefined {
  if (/<(?:[\w-]{1,20}:)?$/.test(text.slice(Math.max(0, start - 22), start))) return afterTag(text, end);
  return text[start] === '-' && text[start + 1] === '-' ? afterFlag(text, end) : afterColon(text, end);
}

function afterTag(text: string, end: number): Span | undefined {
  const found = matchAt(AFTER_TAG, text, end);
  const value = found?.[1] ?? found?.[2] ?? '';
  return value.trim() === '' ? undefined : spanOf(AFTER_TAG.lastIndex, value);
}

function afterFlag(text: string, end: number): Span | undefined {
  const found = matchAt(AFTER_FLAG, text, end);
  const [, quote, value = ''] = found ?? [];
  if (quote !== undefined) return quotedText(text, AFTER_FLAG.lastIndex, quote);
  return looksSecret(value) ? spanOf(AFTER_FLAG.lastIndex - value.length, value) : undefined;
}

function afterColon(text: string, end: number): Span | undefined {
  const value = matchAt(AFTER_COLON, text, end)?.[1]?.replace(/[.:!?]+$/, '') ?? '';
  return looksSecret(value) ? spanOf(AFTER_COLON.lastIndex, value) : undefined;
}

/** `password: required` and `token: TokenExpired` are messages; a path or an address isn't a secret. */
function looksSecret(value: string): boolean {
  if (value.length < 4 || /^[./~]|:\/\/|:\d+$/.test(value) || /^\d{1,5}$/.test(value)) return false;
  const isCamelCase = /^[A-Z]?[a-z]+(?:[A-Z][a-z]+)+$/.test(value);
  return /\d|[!#$%&*+=@^~]/.test(value) || (!isCamelCase && /[a-z][A-Z]/.test(value));
}

function spanOf(start: number, value: string): Span {
  return { start, end: start + value.length };
}

function matchAt(sticky: RegExp, text: string, place: number): RegExpExecArray | null {
  sticky.lastIndex = place;
  return sticky.exec(text);
}
