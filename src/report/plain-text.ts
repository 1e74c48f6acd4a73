import { countOf } from '../assertions/print';
import { escapeControls } from '../assertions/quote';
import { splitText } from './cut-mark';

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
    .map((line) => escapeControls(line.replace(/\r$/, '').replaceAll('\t', '  ').replace(STACK_LINE, '$1| ')))
    .join('\n');
}

/** A log or a message of another program without its colours. */
export function withoutColours(text: string): string {
  return text.replace(COLOUR, '');
}

/** The first lines of a text, and how much is left out. */
export function textLines(text: string, { lines, characters }: TextLimits): string[] {
  const { head, left } = splitText(text);
  const shown = head.slice(0, characters).split('\n').slice(0, lines);
  const rest = head.length - shown.join('\n').length + left;
  return [...shown.map(textLine), ...(rest > 0 ? [`… ${amount(rest)} left out`] : [])];
}

function textLine(line: string): string {
  const rest = line.length - LONGEST_LINE;
  return harmless(line.slice(0, LONGEST_LINE)) + (rest > 0 ? `… ${countOf(rest, 'more character')}` : '');
}

/** `312 characters`, `9.8 MB`. */
export function amount(characters: number): string {
  if (characters < 10_000) return countOf(characters, 'character');
  return characters < 1_000_000 ? `${Math.round(characters / 1_000)} kB` : `${(characters / 1_000_000).toFixed(1)} MB`;
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
