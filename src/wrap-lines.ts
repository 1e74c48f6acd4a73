/** An absolute path of a file or folder; `/start` is one of a server. */
const PATH = /(?:^|\s)(?:\/\w[^\s/]*\/|[A-Z]:\\)/;
const SENTENCE_END = /(?<=[.?]) (?=[A-Z.`/])/g;
/** Indented lines and lines after a bar contain data, such as a list's values or a log. */
const DATA = /^(?:\s|│)/;
/** A word, or several that belong together: code in backticks, what is quoted, and a time with its unit. */
const WORDS = /(?:`[^`\n]*`|"[^"\n]*"|\d m?s\b|[^\s`"]|[`"])+/g;
/** An item of a numbered list, whose further lines are indented. */
const ITEM = /^\d+\. /;

/** The escape sequence of a colour. */
// eslint-disable-next-line no-control-regex
const COLOUR = /\u001b\[[\d;]*m/g;

/** No line of a message is wider, apart from data, paths and URLs. */
export const MOST_COLUMNS = 100;
/** Jest indents the message of an error. */
export const JEST_INDENT = 4;

/** How wide the lines may be, and the prefix of each line but the first. */
export interface Wrapping {
  readonly columns: number;
  readonly indent?: string;
  /** The columns that the first line has less, because of what precedes it. */
  readonly before?: number;
}

/**
 * Breaks lines at spaces so that none is longer than `columns`, unless a single word is. Lines of data are left unchanged.
 * A line with an absolute path is broken after each sentence instead, so that the length of the path doesn't matter.
 */
export function wrapLines(text: string, { columns, indent = '', before = 0 }: Wrapping): string {
  const lines = text.split('\n').flatMap((line, index) => {
    if (DATA.test(line)) return [line];
    if (PATH.test(line)) return line.split(SENTENCE_END);
    return wrapped(line, columns, index === 0 ? before : 0);
  });
  return lines.join(`\n${indent}`);
}

function wrapped(line: string, columns: number, before: number): string[] {
  if (widthOf(line) + before <= columns) return [line];
  const lines: string[] = [];
  let width = before;
  for (const [word] of line.matchAll(WORDS)) {
    const last = lines.at(-1);
    if (last === undefined || width + 1 + widthOf(word) > columns) {
      lines.push(word);
      width = (last === undefined ? before : 0) + widthOf(word);
    } else {
      lines[lines.length - 1] = `${last} ${word}`;
      width += 1 + widthOf(word);
    }
  }
  return ITEM.test(line) ? lines.map((each, index) => (index === 0 ? each : `     ${each}`)) : lines;
}

function widthOf(text: string): number {
  return text.replace(COLOUR, '').length;
}
