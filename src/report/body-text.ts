import { quote } from '../assertions/values/quote';
import { splitText } from './cut/cut-mark';
import { cutValue } from './cut/cut-value';
import type { Focus } from './cut/focus';
import { jsonLines } from './cut/pretty-json';
import { amount, foreignLines, isBinary, type TextLimits } from './plain-text';

/** How much of a body is shown: about one screen. */
export const BODY_SHOWN = { lines: 40, characters: 4_000 } as const;

/** An upper limit, whatever limits the caller passes. */
const MOST_LINES = 120;
const FIRST_BYTES = 32;

/** Formats a body: as JSON, as a string, or as a summary of bytes. What is left out is counted. */
export function bodyText(body: unknown, focus?: Focus, limits: TextLimits = BODY_SHOWN): string {
  if (body === '') return '(empty body)';
  if (typeof body === 'string') return isBinary(body) ? binaryText(body) : foreignLines(body, limits).join('\n');
  const lines = jsonLines(cutValue(body, limits, focus));
  if (lines.length <= MOST_LINES) return lines.join('\n');
  return [...lines.slice(0, MOST_LINES), `… ${lines.length - MOST_LINES} more lines`].join('\n');
}

/** A summary of bytes that were decoded as UTF-8. */
export function binaryText(body: string): string {
  const { head, left } = splitText(body);
  return `binary, about ${amount(head.length + left, 'byte')}, starting with ${quote(head.slice(0, FIRST_BYTES))}`;
}
