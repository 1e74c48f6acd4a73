import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

/** One row of a table. */
export interface TableRow {
  /** What stands in code marks in the first cell, such as `equals(value)`. */
  readonly names: readonly string[];
  readonly cells: readonly string[];
}

/** A piece of code between fences. */
export interface Sample {
  readonly language: string;
  /** The file that its first line names, if it does. */
  readonly file: string | undefined;
  readonly code: string;
}

/** A Markdown file of the repository. */
export class Document {
  readonly text: string;

  constructor(readonly path: string) {
    this.text = readFileSync(resolve(__dirname, '../..', path), 'utf8');
  }

  /** The text below a heading, up to the next heading of the same level or a higher one. */
  section(title: string): string {
    const lines = this.text.split('\n');
    const start = lines.findIndex((line) => /^#+ /.test(line) && line.replace(/^#+ /, '') === title);
    if (start < 0) throw new Error(`${this.path} has no section "${title}".`);
    const level = /^#+/.exec(lines[start]!)![0].length;
    const rest = lines.slice(start + 1);
    const end = rest.findIndex((line) => {
      const hashes = /^(#+) /.exec(line)?.[1];
      return hashes !== undefined && hashes.length <= level;
    });
    return (end < 0 ? rest : rest.slice(0, end)).join('\n');
  }

  /** The titles of all headings of a level, of a section if one is named. */
  headings(level: number, section?: string): string[] {
    const text = section === undefined ? this.text : this.section(section);
    return [...text.matchAll(new RegExp(`^#{${level}} (.*)$`, 'gm'))].map((match) => match[1]!);
  }

  /** The rows of all tables whose first column is headed `column`, of a section if one is named. */
  rows(column: string, section?: string): TableRow[] {
    const lines = (section === undefined ? this.text : this.section(section)).split('\n');
    const heads = lines.flatMap((line, index) => (cellsOf(line)[0] === column ? [index] : []));
    if (heads.length === 0) throw new Error(`${this.path} has no table of "${column}" in ${section ?? 'it'}.`);
    return heads.flatMap((head) => {
      const rows = lines.slice(head + 2);
      const end = rows.findIndex((line) => !line.startsWith('|'));
      return rows.slice(0, end < 0 ? undefined : end).map(rowOf);
    });
  }

  /** The pieces of code, in their order. */
  samples(): Sample[] {
    return [...this.text.matchAll(/^```(\w+)\n([^]*?)^```$/gm)].map(([, language = '', code = '']) => ({
      language,
      file: /^\/\/ (\S+\.\w+)\n/.exec(code)?.[1],
      code,
    }));
  }
}

/** The names of the rows, of functions without their parentheses. */
export function namesIn(rows: readonly TableRow[]): string[] {
  return rows.flatMap(({ names }) => names).map((name) => name.replace(/\(.*/, ''));
}

function rowOf(line: string): TableRow {
  const cells = cellsOf(line);
  return { cells, names: [...(cells[0] ?? '').matchAll(/`([^`]+)`/g)].map((match) => match[1]!) };
}

function cellsOf(line: string): string[] {
  if (!line.startsWith('|')) return [];
  return line
    .replace(/^\||\|$/g, '')
    .split(/(?<!\\)\|/)
    .map((cell) => cell.trim());
}
