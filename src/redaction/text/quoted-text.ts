import type { Span } from './spans';

/**
 * The extent of a quoted string that starts at `from`, after `quote`. That is a quotation mark with the backslashes
 * before it, because the whole may itself be in a JSON string. An unclosed string was cut: it ends with its line.
 */
export function quotedText(text: string, from: number, quote: string): Span {
  const close = closingQuote(text, from, quote);
  const broken = text.slice(from, close).search(/[\r\n]/);
  return { start: from, end: broken < 0 ? close : from + broken };
}

function closingQuote(text: string, from: number, quote: string): number {
  const mark = quote.slice(-1);
  const depth = quote.length - 1;
  for (let at = text.indexOf(mark, from); at >= 0; at = text.indexOf(mark, at + 1)) {
    const slashes = backslashesBetween(text, from, at);
    // Each layer of JSON doubles the backslashes: the remainder belongs to the quotation mark.
    if (slashes < depth || slashes % (2 * (depth + 1)) === depth) return at - Math.min(slashes, depth);
  }
  return text.length;
}

function backslashesBetween(text: string, from: number, place: number): number {
  let at = place;
  while (at > from && text[at - 1] === '\\') at -= 1;
  return place - at;
}
