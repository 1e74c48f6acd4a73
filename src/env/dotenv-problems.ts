/** A misleading line in an environment file. It never contains a value, which may be a secret. */
export interface DotenvProblem {
  /** From 1. */
  readonly line: number;
  /** The variable that the line assigns; absent if it assigns none. */
  readonly name?: string;
  readonly what: string;
  readonly fix: string;
}

type ValueProblem = Pick<DotenvProblem, 'what' | 'fix'>;

interface Assignment {
  readonly name: string;
  /** The value as written, with its quotes; `rest` is what follows it: blanks, a comment. */
  readonly raw: string;
  readonly rest: string;
  readonly start: number;
  readonly end: number;
}

/** An assignment as dotenv reads it; dotenv ignores everything else. */
const ASSIGNMENT =
  /^(\s*)(?:export\s+)?([\w.-]+)(?:\s*=\s*?|:\s+?)(\s*'(?:\\'|[^'])*'|\s*"(?:\\"|[^"])*"|\s*`(?:\\`|[^`])*`|[^#\r\n]+)?(\s*(?:#.*)?)$/gm;
const UPPER_CASE_ASSIGNMENT = /^\s*(?:export\s+)?[A-Z_][A-Z0-9_]*=[^=\s]/;
const QUOTED = /^(['"`])[^]*\1$/;
const QUOTES: Readonly<Record<string, string>> = { "'": 'single quotes', '"': 'double quotes', '`': 'backticks' };

/** Problems in an environment file. dotenv's rules are unchanged; this only reports where they surprise. */
export function dotenvProblems(text: string): DotenvProblem[] {
  const lines = text.replace(/\r\n?/g, '\n');
  const assignments = [...lines.matchAll(ASSIGNMENT)].map(assignmentOf);
  const ofValues = assignments.flatMap((assignment) => {
    const line = lineAt(lines, assignment.start);
    const problem = valueProblem(assignment, line);
    return problem === undefined ? [] : [{ ...problem, line, name: assignment.name }];
  });
  return [...ofValues, ...ignoredLines(lines, assignments)].sort((left, right) => left.line - right.line);
}

function assignmentOf(match: RegExpExecArray): Assignment {
  const [whole, blank = '', name = '', raw = '', rest = ''] = match;
  return { name, raw, rest, start: match.index + blank.length, end: match.index + whole.length };
}

function valueProblem({ name, raw, rest }: Assignment, line: number): ValueProblem | undefined {
  const value = raw.trim();
  const quotes = `put the value in ${quotesFor(value + rest)}.`;
  const isQuoted = QUOTED.test(value) && value.length > 1;
  if (!isQuoted && rest.startsWith('#') && !/\s$/.test(raw)) {
    return { what: `the value of ${name} was cut at a "#", which starts a comment.`, fix: quotes };
  }
  if (isQuoted) return swallowedLine(name, value, line);
  const [atStart, atEnd] = [value.at(0), value.at(-1)].map((character = '') => character in QUOTES);
  if (!atStart && !atEnd) return undefined;
  const where = atStart
    ? 'starts with a quote but does not end with it'
    : 'ends with a quote but does not start with it';
  return { what: `the value of ${name} ${where}, so the quote is part of the value.`, fix: quotes };
}

/** A quote that is closed only on a later line swallows the assignments in between. */
function swallowedLine(name: string, value: string, line: number): ValueProblem | undefined {
  const inside = value.split('\n').findIndex((each, index) => index > 0 && UPPER_CASE_ASSIGNMENT.test(each));
  if (inside < 0 || value.includes('-----BEGIN')) return undefined;
  return {
    what: `the quoted value of ${name} continues over the next lines and swallows the assignment on line ${line + inside}.`,
    fix: 'close the quotes on the line where they are opened.',
  };
}

/** A kind of quote that the value does not contain. */
function quotesFor(written: string): string {
  const inner = written.replace(/^\s*['"`]/, '');
  const [, name = 'quotes'] = Object.entries(QUOTES).find(([quote]) => !inner.includes(quote)) ?? [];
  return name;
}

/** Lines that are not blank, a comment or part of an assignment; consecutive ones are one problem. */
function ignoredLines(text: string, assignments: readonly Assignment[]): DotenvProblem[] {
  const names = new Set(assignments.map(({ name }) => name));
  const problems: DotenvProblem[] = [];
  let offset = 0;
  let last = -1;
  for (const [index, line] of text.split('\n').entries()) {
    const [start, end] = [offset, (offset += line.length + 1) - 1];
    const isCovered = assignments.some((each) => each.start <= end && each.end > start);
    if (isCovered || line.trim() === '' || /^\s*#/.test(line) || exportsKnown(line, names)) continue;
    if (last !== index - 1 || last < 0) problems.push(ignoredLine(index + 1, before(start, assignments)));
    last = index;
  }
  return problems;
}

/** dotenv ignores `export A B`, but a shell that reads the same file doesn't. */
function exportsKnown(line: string, names: ReadonlySet<string>): boolean {
  const [word, ...exported] = line.trim().split(/\s+/);
  return word === 'export' && exported.length > 0 && exported.every((name) => names.has(name));
}

function before(offset: number, assignments: readonly Assignment[]): Assignment | undefined {
  return assignments.find(({ end }) => end === offset - 1);
}

function ignoredLine(line: number, previous: Assignment | undefined): DotenvProblem {
  const continues = previous !== undefined && /^\s*(?:-----BEGIN|[[{])/.test(previous.raw);
  return {
    line,
    what: 'the line does not have the form NAME=value, so it is ignored.',
    fix: continues
      ? `if the value of ${previous.name} spans several lines, put all of it in quotes.`
      : 'write NAME=value, or start the line with "#" if it is a comment.',
  };
}

function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length;
}
