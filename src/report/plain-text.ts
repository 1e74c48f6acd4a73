import { escapeControls } from '../assertions/values/quote';
import { countOf } from '../count-of';
import { BAR } from '../redaction/text/break-commands';
import { splitText } from './cut/cut-mark';

/** How much of a string is shown. */
export interface TextLimits {
  readonly lines: number;
  readonly characters: number;
}

const LONGEST_LINE = 1_000;
/** The escape sequence of a colour in a program's output. */
// eslint-disable-next-line no-control-regex
const COLOUR = /\u001b\[[\d;]*m/g;

/** Jest treats such a line as part of the stack of the error that it prints, wherever the line is. */
const STACK_LINE = /^(\s*)(?=at\s.*:\d*:\d*)/;
/** Most strings: one line that is shown as it is. */
const PLAIN = /^[ -~]*$/;

/**
 * Makes output from elsewhere safe for a terminal and for Jest. Lines are kept, control characters are escaped, and
 * lines that look like a stack frame are marked.
 */
export function harmless(text: string): string {
  if (PLAIN.test(text)) return text.replace(STACK_LINE, `$1${BAR} `);
  return text
    .split('\n')
    .map((line) => written(line).replace(STACK_LINE, `$1${BAR} `))
    .join('\n');
}

function written(line: string): string {
  return escapeControls(line.replace(/\r$/, '').replaceAll('\t', '  '));
}

/** Removes the colours from another program's output. */
export function withoutColours(text: string): string {
  return text.replace(COLOUR, '');
}

/** The first lines of a string, and how much is omitted. */
export function textLines(text: string, limits: TextLimits): string[] {
  return firstLines(text, limits, harmless);
}

/**
 * The first lines of output from elsewhere. A bar before each distinguishes them from our lines and from CI commands.
 */
export function foreignLines(text: string, limits: TextLimits): string[] {
  return firstLines(text, limits, (line) => `${BAR} ${written(line)}`.trimEnd());
}

/** A carriage return ends a line too: programs that show progress use it. */
const LINE_END = /(\r\n?|\n)/;

function firstLines(text: string, { lines, characters }: TextLimits, show: (line: string) => string): string[] {
  const { head, left } = splitText(text);
  const parts = head.slice(0, characters).split(LINE_END);
  const shown = parts.slice(0, 2 * lines - 1);
  const rest = head.length - shown.join('').length + left;
  const isLine = (_part: string, index: number): boolean => index % 2 === 0;
  return [
    ...shown.filter(isLine).map((line) => firstPart(line, show)),
    ...(rest > 0 ? [`… ${amount(rest, 'character')} left out`] : []),
  ];
}

function firstPart(line: string, show: (line: string) => string): string {
  const rest = line.length - LONGEST_LINE;
  return show(line.slice(0, LONGEST_LINE)) + (rest > 0 ? `… ${countOf(rest, 'more character')}` : '');
}

/** `312 characters`, `312 bytes`, `9.8 MB`. */
export function amount(count: number, unit: 'character' | 'byte'): string {
  if (count < 10_000) return countOf(count, unit);
  return count < 1_000_000 ? `${Math.round(count / 1_000)} kB` : `${(count / 1_000_000).toFixed(1)} MB`;
}

/** Whether a string is probably decoded binary data. */
export function isBinary(text: string): boolean {
  const sample = text.slice(0, 2_000);
  // eslint-disable-next-line no-control-regex
  const odd = sample.match(/[\uFFFD\u0000-\u0008\u000e-\u001a\u001c-\u001f]/g)?.length ?? 0;
  return odd > 3 && odd > sample.length / 20;
}

/** Indents the lines of `text`; empty lines stay empty. */
export function indent(text: string, by: string): string {
  return text.replace(/^(?=.)/gm, by);
}
