import { withoutCode } from '../docs/links';
import { proseOfSource } from './prose-of-source';
import { MOST_WORDS, VOICE_RULES } from './rules';

/** Wording and sentences of a page that its readers stumble over, one line each: `4: "is no" → isn't a`. */
export function voiceFindings(markdown: string): string[] {
  const lines = withoutCode(markdown).split('\n');
  const findings = (line: string, index: number): string[] => [
    ...wordFindings(line),
    ...longSentences(paragraphAt(lines, index)),
  ];
  return lines.flatMap((line, index) => findings(line, index).map((each) => `${index + 1}: ${each}`));
}

/** The same for the comments and messages of a source, without the length of sentences: a message has several parts. */
export function sourceFindings(text: string, isJsx = false): string[] {
  const lines = withoutCode(proseOfSource(text, isJsx)).split('\n');
  return lines.flatMap((line, index) => wordFindings(line).map((each) => `${index + 1}: ${each}`));
}

function wordFindings(line: string): string[] {
  // An italic phrase in Markdown quotes a message.
  const prose = line.replace(/(?<![\w*])_[^_]+_(?!\w)/g, '');
  return VOICE_RULES.flatMap(({ pattern, say, allow }) => {
    const allowed = allow === undefined ? prose : prose.replace(new RegExp(allow.source, `g${allow.flags}`), '');
    return [...allowed.matchAll(pattern)].map(([words]) => `"${words}" → ${say}`);
  });
}

/** The paragraph or list item that begins at a line; `''` for a line in the middle of one. */
function paragraphAt(lines: readonly string[], start: number): string {
  if (continues(lines[start - 1], lines[start])) return '';
  const end = lines.findIndex((line, index) => index > start && !continues(lines[index - 1], line));
  return lines.slice(start, end < 0 ? undefined : end).join(' ');
}

function continues(before: string | undefined, line: string | undefined): boolean {
  const begins = /^\s*(?:[-*|#>]|\d+\. |<!--|$)/;
  return line !== undefined && !begins.test(line) && before !== undefined && !/^\s*(?:[|#]|<!--|$)/.test(before);
}

function longSentences(line: string): string[] {
  // Rows of tables have phrases, and headings and generated markers are no sentences.
  if (/^(?:\||#|<!--)/.test(line)) return [];
  return line
    .split(/(?<=[.!?:;](?:\*\*)?)\s+/)
    .filter((sentence) => sentence.split(/\s+/).filter((word) => /\w/.test(word)).length > MOST_WORDS)
    .map((sentence) => `over ${MOST_WORDS} words: ${sentence.slice(0, 60)}…`);
}
