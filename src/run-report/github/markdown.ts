import { redactText } from '../../redaction/process-redactor';
import { BAR } from '../../redaction/text/break-commands';
import { harmless } from '../../report/plain-text';

const LONGEST_CELL = 300;

/**
 * A string from elsewhere as a code span. Markdown, HTML, mentions and links mean nothing in it. It works in the cell of a
 * table too, where a bar must be escaped even in code.
 */
export function codeSpan(text: string): string {
  const line = shortened(cleaned(text).replace(/\s+/g, ' ').trim());
  if (line === '') return '–';
  const fence = '`'.repeat(longestRun(line, /`+/g) + 1);
  const space = /^`|`$/.test(line) ? ' ' : '';
  // Parsers disagree about a backslash before an escaped bar.
  const bars = line.replaceAll('\\|', `\\${BAR}`).replaceAll('|', '\\|');
  return `${fence}${space}${bars}${space}${fence}`;
}

/** A string of several lines from elsewhere as a code block. */
export function codeBlock(text: string): string {
  const clean = cleaned(text);
  const fence = '`'.repeat(Math.max(3, longestRun(clean, /`+/g) + 1));
  return `${fence}text\n${clean}\n${fence}`;
}

/** A string from elsewhere as the content of an HTML element. */
export function htmlText(text: string): string {
  return shortened(cleaned(text).replace(/\s+/g, ' ')).replace(
    /[^\p{L}\p{N} ]/gu,
    (character) => `&#${String(character.codePointAt(0))};`,
  );
}

/** A table. Its cells must be Markdown already. */
export function markdownTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

/** Without secrets, commands of CI systems, and characters that are not shown. */
function cleaned(text: string): string {
  return harmless(redactText(text));
}

function shortened(line: string): string {
  return line.length > LONGEST_CELL ? `${line.slice(0, LONGEST_CELL)}…` : line;
}

function longestRun(text: string, runs: RegExp): number {
  return Math.max(0, ...(text.match(runs) ?? []).map((run) => run.length));
}
