import { escapeControls } from '../../assertions/values/quote';
import { isCountMark, isMark, markText, sizeOfMark, splitText } from '../../report/cut/cut-mark';

/** A place in a JSON value that a check refers to. */
export interface Mark {
  /** If the check passed, `*` stands for every key. */
  readonly at: readonly string[];
  readonly passed: boolean;
  /** The key that is missing there. */
  readonly missing?: string | undefined;
}

/** A line of a JSON value. */
export interface JsonLine {
  readonly depth: number;
  /** The path of the value, as checks write it. */
  readonly path: string;
  /** The key, in quotes. */
  readonly key?: string | undefined;
  readonly tokens: readonly Token[];
  /** The index of the line that closes what this one opens. */
  readonly end?: number | undefined;
  readonly mark?: 'passed' | 'failed' | undefined;
  /** The keys that checks did not find in it. */
  readonly missing: readonly string[];
}

/** A part of a line with one colour. */
export interface Token {
  readonly text: string;
  readonly kind: 'text' | 'number' | 'word' | 'cut' | 'plain';
}

/** Longer values are folded at first. */
const FOLD_FROM = 40;
const WORTH_FOLDING = 4;
/** An object or a list of simple values that is shorter is on one line. */
const INLINE = 64;

interface Part {
  readonly value: unknown;
  readonly segments: readonly string[];
  readonly key?: string | undefined;
  readonly marks: readonly Mark[];
}

/** The lines of a value that was cut by a report, with the places that checks refer to. */
export function jsonLines(value: unknown, marks: readonly Mark[] = []): JsonLine[] {
  const lines: JsonLine[] = [];
  addLines({ value, segments: [], marks }, lines);
  return lines;
}

/** The indexes of the lines that are folded at first: long parts without a failed check. */
export function foldedLines(lines: readonly JsonLine[]): Set<number> {
  if (lines.length <= FOLD_FROM) return new Set();
  const folded = lines.flatMap(({ depth, end }, index) => {
    if (depth < 2 || end === undefined || end - index < WORTH_FOLDING) return [];
    return lines.slice(index, end).some(isFailed) ? [] : [index];
  });
  return new Set(folded);
}

/** Whether a failed check refers to the line. */
export function isFailed({ mark, missing }: JsonLine): boolean {
  return mark === 'failed' || missing.length > 0;
}

function addLines(part: Part, lines: JsonLine[]): void {
  const { value } = part;
  const line = lineOf(part);
  if (typeof value !== 'object' || value === null || Object.keys(value).length === 0) {
    lines.push({ ...line, tokens: [leafToken(value)] });
    return;
  }
  const inline = part.marks.some(({ at }) => at.length > part.segments.length) ? undefined : inlineTokens(value);
  if (inline !== undefined) {
    lines.push({ ...line, tokens: inline });
    return;
  }
  const start = lines.length;
  const [open = '', close = ''] = Array.isArray(value) ? '[]' : '{}';
  lines.push({ ...line, tokens: [plain(open)] });
  for (const inner of partsOf(part, value)) addLines(inner, lines);
  lines[start] = { ...line, tokens: [plain(open)], end: lines.length };
  lines.push({ depth: line.depth, path: line.path, tokens: [plain(close)], missing: [] });
}

function lineOf({ segments, key, marks }: Part): Omit<JsonLine, 'tokens'> {
  const here = marks.filter(({ at }) => at.length === segments.length);
  const missing = here.flatMap((mark) =>
    mark.missing === undefined || mark.passed ? [] : [escapeControls(mark.missing)],
  );
  const own = here.filter((mark) => mark.missing === undefined && segments.length > 0);
  const failed = own.some(({ passed }) => !passed) ? 'failed' : undefined;
  return {
    depth: segments.length,
    path: segments.map((segment) => segment.replace(/[\\.]/g, '\\$&')).join('.'),
    key: key === undefined ? undefined : inQuotes(key),
    mark: failed ?? (own.length > 0 ? 'passed' : undefined),
    missing: [...new Set(missing)],
  };
}

/** The parts of an object or a list; what a report cut out of a list still counts for its indexes. */
function partsOf({ segments, marks }: Part, value: object): Part[] {
  const below = (keys: readonly string[]): Mark[] => {
    return marks.filter(({ at, passed }) => refersTo(at[segments.length], keys, passed));
  };
  if (!Array.isArray(value)) {
    return Object.entries(value).map(([key, item]) =>
      isMark(key)
        ? { value: key, segments: [...segments, ''], marks: [] }
        : { value: item, key, segments: [...segments, key], marks: below([key]) },
    );
  }
  const sizes = value.map((item) => (isCountMark(item) ? sizeOfMark(item) : 1));
  const length = sizes.reduce((sum, size) => sum + size, 0);
  let index = 0;
  return value.map((item: unknown, place) => {
    const [first, fromEnd] = [String(index), String(index - length)];
    index += sizes[place] ?? 1;
    return { value: item, segments: [...segments, first], marks: isCountMark(item) ? [] : below([first, fromEnd]) };
  });
}

/** A check that passed refers with `*` to every item; one that failed names the item. */
function refersTo(segment: string | undefined, keys: readonly string[], passed: boolean): boolean {
  return keys.includes(segment ?? '') || (passed && segment === '*');
}

/** The parts on one line, if all of them are simple and short. */
function inlineTokens(value: object): Token[] | undefined {
  const isList = Array.isArray(value);
  const tokens: Token[] = [plain(isList ? '[' : '{ ')];
  for (const [key, item] of Object.entries(value) as [string, unknown][]) {
    if (typeof item === 'object' && item !== null && Object.keys(item).length > 0) return undefined;
    if (tokens.length > 1) tokens.push(plain(', '));
    if (!isList && !isMark(key)) tokens.push(plain(`${inQuotes(key)}: `));
    tokens.push(leafToken(isMark(key) ? key : item));
    if (tokens.reduce((length, { text }) => length + text.length, 0) > INLINE) return undefined;
  }
  return [...tokens, plain(isList ? ']' : ' }')];
}

function leafToken(value: unknown): Token {
  if (isMark(value)) return { kind: 'cut', text: escapeControls(markText(String(value))) };
  if (typeof value === 'string') {
    const { head, left } = splitText(value);
    const rest = left === 0 ? '' : ` ${markText(value.slice(head.length))}`;
    return { kind: 'text', text: inQuotes(head) + rest };
  }
  if (typeof value === 'object' && value !== null) return plain(Array.isArray(value) ? '[]' : '{}');
  return { kind: typeof value === 'number' || typeof value === 'bigint' ? 'number' : 'word', text: String(value) };
}

function plain(text: string): Token {
  return { kind: 'plain', text };
}

function inQuotes(text: string): string {
  return escapeControls(JSON.stringify(text));
}
