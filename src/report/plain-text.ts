import { escapeControls } from '../assertions/values/quote';
import { countOf } from '../count-of';
import { BAR } from '../redaction/text/break-commands';
import { splitText } from './cut/cut-mark';

/** How much of a text is shown. */
export interface TextLimits {
  readonly lines: number;
  readonly characters: number;
}

const LONGEST_LINE = 1_000;
/** The start or end of a colour, as programs write it into their logs. */
// eslint-disable-next-line no-control-regex
const COLOUR = /\u001b\[[\d;]*m/g;

/** Jest takes such a line for the stack of the error that it prints, wherever it stands. */
const STACK_LINE = /^(\s*)(?=at\s.*:\d*:\d*)/;

/**
 * A text from elsewhere, fit for a terminal and for Jest: its lines are kept, whatever a terminal would act upon is
 * written out, and lines of a program's stack are marked.
 */
export function harmless(text: string): string {
  return text
    .split('\n')
    .map((line) => written(line).replace(STACK_LINE, `$1${BAR} `))
    .join('\n');
}

function written(line: string): string {
  return escapeControls(line.replace(/\r$/, '').replaceAll('\t', '  '));
}

/** A log or a message of another program without its colours. */
export function withoutColours(text: string): string {
  return text.replace(COLOUR, '');
}

/** The first lines of a text, and how much is left out. */
export function textLines(text: string, limits: TextLimits): string[] {
  return firstLines(text, limits, harmless);
}

/** The first lines of what a server or the app wrote: a bar before each tells them from ours, and from commands for a CI system. */
export function foreignLines(text: string, limits: TextLimits): string[] {
  return firstLines(text, limits, (line) => `${BAR} ${written(line)}`.trimEnd());
}

/** A carriage return ends a line, too: programs that show their progress write it. */
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

/** Whether a text was bytes that nobody meant to be read. */
export function isBinary(text: string): boolean {
  const sample = text.slice(0, 2_000);
  // eslint-disable-next-line no-control-regex
  const odd = sample.match(/[\uFFFD\u0000-\u0008\u000e-\u001a\u001c-\u001f]/g)?.length ?? 0;
  return odd > 3 && odd > sample.length / 20;
}

/** `text` under an indentation; empty lines stay empty. */
export function indent(text: string, by: string): string {
  return text.replace(/^(?=.)/gm, by);
}
