import { quote } from '../../assertions/values/quote';
import { isMark, markText, splitText } from './cut-mark';

const WIDTH = 80;

/** Formats a cut value as JSON lines: short parts are on one line, and marks are readable words. */
export function jsonLines(value: unknown, width = WIDTH): string[] {
  return namedLines('', value, width);
}

function namedLines(name: string, value: unknown, width: number): string[] {
  const line = name + oneLine(value);
  if (line.length <= width || !isContainer(value) || isOnlyAMark(value)) return [line];
  const [open = '', close = ''] = Array.isArray(value) ? '[]' : '{}';
  const parts = Array.isArray(value)
    ? (value as unknown[]).map((item) => (isMark(item) ? [markText(String(item))] : namedLines('', item, width - 2)))
    : Object.entries(value).map(([key, item]) => entryLines(key, item, width - 2));
  const inside = parts.flatMap((lines, index) => {
    const last = lines.length - 1;
    return lines.map((text, at) => `  ${text}${at === last && index < parts.length - 1 ? ',' : ''}`);
  });
  return [name + open, ...inside, close];
}

function entryLines(key: string, value: unknown, width: number): string[] {
  return isMark(key) ? [markText(key)] : namedLines(`${textInQuotes(key)}: `, value, width);
}

/** An estimate of how many lines {@link jsonLines} would return. */
export function countLines(value: unknown): number {
  return measure(value, 0, WIDTH).lines;
}

/** The length on one line, and the number of lines if that is over `width`. */
function measure(value: unknown, name: number, width: number): { readonly length: number; readonly lines: number } {
  if (!isContainer(value)) return { length: name + (typeof value === 'string' ? value.length + 2 : 5), lines: 1 };
  let length = name + 2;
  let lines = 2;
  for (const [key, item] of Object.entries(value)) {
    const part = measure(item, Array.isArray(value) ? 0 : key.length + 4, width - 2);
    length += part.length + 2;
    lines += part.lines;
  }
  return { length, lines: length <= width || isOnlyAMark(value) ? 1 : lines };
}

/** A cut value on one line. */
export function oneLine(value: unknown): string {
  if (typeof value === 'string') return textInQuotes(value);
  if (!isContainer(value)) return String(value);
  if (Array.isArray(value)) {
    return `[${value.map((item) => (isMark(item) ? markText(item, value.length === 1) : oneLine(item))).join(', ')}]`;
  }
  const entries = Object.entries(value);
  const parts = entries.map(([key, item]) =>
    isMark(key) ? markText(key, entries.length === 1) : `${textInQuotes(key)}: ${oneLine(item)}`,
  );
  return `{${parts.join(', ')}}`;
}

function textInQuotes(text: string): string {
  if (isMark(text)) return markText(text, true);
  const { head, left } = splitText(text);
  return left === 0 ? quote(text) : `${quote(head)}${markText(text.slice(head.length))}`;
}

function isContainer(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

function isOnlyAMark(value: object): boolean {
  const [first, ...others] = Array.isArray(value) ? (value as unknown[]) : Object.keys(value);
  return first === undefined || (others.length === 0 && isMark(first));
}
