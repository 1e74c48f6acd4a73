import { quote } from '../assertions/values/quote';
import { splitText } from './cut/cut-mark';
import { cutValue } from './cut/cut-value';
import type { Focus } from './cut/focus';
import { jsonLines } from './cut/pretty-json';
import { amount, foreignLines, isBinary, type TextLimits } from './plain-text';

/** What is shown of a body: about as much as fits on a screen. */
export const BODY_SHOWN = { lines: 40, characters: 4_000 } as const;

/** However much a person asked for: a message has an end. */
const MOST_LINES = 120;
const FIRST_BYTES = 32;

/** A body as people read it: JSON, text, or what can be said of bytes; cut, saying how much is left out. */
export function bodyText(body: unknown, focus?: Focus, limits: TextLimits = BODY_SHOWN): string {
  if (body === '') return '(an empty body)';
  if (typeof body === 'string') return isBinary(body) ? binaryText(body) : foreignLines(body, limits).join('\n');
  const lines = jsonLines(cutValue(body, limits, focus));
  if (lines.length <= MOST_LINES) return lines.join('\n');
  return [...lines.slice(0, MOST_LINES), `… ${lines.length - MOST_LINES} more lines`].join('\n');
}

/** What can be said of bytes that were read as UTF-8. */
export function binaryText(body: string): string {
  const { head, left } = splitText(body);
  return `binary, about ${amount(head.length + left, 'byte')}, starting with ${quote(head.slice(0, FIRST_BYTES))}`;
}
