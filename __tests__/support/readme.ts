import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

const TEXT = readFileSync(resolve(__dirname, '../../README.md'), 'utf8');

/** The whole README. */
export function readmeText(): string {
  return TEXT;
}

/** What stands below a heading, up to the next of the same level or a higher one. */
export function readmeSection(title: string): string {
  const lines = TEXT.split('\n');
  const start = lines.findIndex((line) => /^#+ /.test(line) && line.replace(/^#+ /, '') === title);
  if (start < 0) throw new Error(`The README has no section "${title}".`);
  const level = /^#+/.exec(lines[start]!)![0].length;
  const rest = lines.slice(start + 1);
  const end = rest.findIndex((line) => {
    const hashes = /^(#+) /.exec(line)?.[1];
    return hashes !== undefined && hashes.length <= level;
  });
  return (end < 0 ? rest : rest.slice(0, end)).join('\n');
}

/** The titles of all headings of a level. */
export function readmeHeadings(level: number, text = TEXT): string[] {
  return [...text.matchAll(new RegExp(`^#{${level}} (.*)$`, 'gm'))].map((match) => match[1]!);
}

/** One row of a table. */
export interface TableRow {
  /** What stands in code marks in the first cell, such as `equals(value)`. */
  readonly names: readonly string[];
  readonly cells: readonly string[];
}

/** The rows of the table whose first column is headed `column`, in the section `title`. */
export function readmeTable(title: string, column: string): TableRow[] {
  const lines = readmeSection(title).split('\n');
  const head = lines.findIndex((line) => cellsOf(line)[0] === column);
  if (head < 0) throw new Error(`The README's section "${title}" has no table of "${column}".`);
  const rows = lines.slice(head + 2);
  const end = rows.findIndex((line) => !line.startsWith('|'));
  return rows.slice(0, end < 0 ? undefined : end).map((line) => {
    const cells = cellsOf(line);
    return { cells, names: [...(cells[0] ?? '').matchAll(/`([^`]+)`/g)].map((match) => match[1]!) };
  });
}

/** The names of the rows, of functions without their parentheses. */
export function namesIn(rows: readonly TableRow[]): string[] {
  return rows.flatMap(({ names }) => names).map((name) => name.replace(/\(.*/, ''));
}

/** A piece of code between fences. */
export interface Sample {
  readonly language: string;
  /** The file that its first line names, if it does. */
  readonly file: string | undefined;
  readonly code: string;
}

/** The README's pieces of code, in their order. */
export function readmeSamples(): Sample[] {
  return samplesOf(TEXT);
}

/** All pieces of code of a Markdown text, in their order. */
export function samplesOf(markdown: string): Sample[] {
  return [...markdown.matchAll(/^```(\w+)\n([^]*?)^```$/gm)].map(([, language = '', code = '']) => ({
    language,
    file: /^\/\/ (\S+\.\w+)\n/.exec(code)?.[1],
    code,
  }));
}

function cellsOf(line: string): string[] {
  if (!line.startsWith('|')) return [];
  return line
    .replace(/^\||\|$/g, '')
    .split(/(?<!\\)\|/)
    .map((cell) => cell.trim());
}
