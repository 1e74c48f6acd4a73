import { redactedStart } from '../redaction/process-redactor';

/** One problem in the user's code or configuration. */
export interface Problem {
  /** Where it is: `scenario "auth_valid"`, `option "timeout"`, `globals.connector`. */
  readonly where: string;
  /** The index of its scenario in the block, from 0. */
  readonly scenario?: number | undefined;
  /** The field or path inside `where`, if there is one. */
  readonly field?: string | undefined;
  /** What was expected, such as `a number of milliseconds`. */
  readonly expected: string;
  /** The given value, as a string. */
  readonly received?: string | undefined;
  /** A valid value. */
  readonly example?: string | undefined;
  /** The nearest valid name. */
  readonly didYouMean?: string | undefined;
}

/** Formats problems as blocks of lines, numbered if there are several. */
export function formatProblems(problems: readonly Problem[]): string {
  return problems
    .map((problem, index) => formatProblem(problem, problems.length > 1 ? `${index + 1}. ` : ''))
    .join('\n');
}

function formatProblem(problem: Problem, prefix: string): string {
  const place = problem.field === undefined ? problem.where : `${problem.where}, ${problem.field}`;
  const lines = [`${prefix}${place}: expected ${problem.expected}`];
  if (problem.received !== undefined) lines.push(`   received: ${problem.received}`);
  if (problem.didYouMean !== undefined) lines.push(`   did you mean: ${problem.didYouMean}`);
  if (problem.example !== undefined) lines.push(`   example: ${problem.example}`);
  return lines.join('\n');
}

/** Two names with more edits between them than this are different names. */
const MOST_TYPOS = 3;

/** The name in `known` that `name` is probably a typo of, or `undefined` if none is close. */
export function nearestName(name: string, known: readonly string[]): string | undefined {
  const folded = foldedName(name);
  // Test files often compare a few names that are not similar at all; the library isn't loaded for these.
  const near = known.filter((other) => Math.abs(foldedName(other).length - folded.length) <= MOST_TYPOS);
  if (near.length === 0) return undefined;
  const nearest = near[near.map(foldedName).indexOf(levenshtein().closest(folded, near.map(foldedName)))];
  if (nearest === undefined) return undefined;
  const allowed = Math.min(MOST_TYPOS, Math.ceil(Math.max(name.length, nearest.length) / 3));
  return typosBetween(name, nearest) <= allowed ? nearest : undefined;
}

/** The edit distance between two names; case and separators do not count. */
export function typosBetween(name: string, other: string): number {
  return levenshtein().distance(foldedName(name), foldedName(other));
}

/** Removes case and separators, which are mixed up most often: `base_url`, `baseUrl` and `BaseURL` are equal. */
export function foldedName(name: string): string {
  return name.toLowerCase().replace(/[_\-\s]/g, '');
}

/** A short description of a value, without the contents of objects, which may be secrets. */
export function describeGiven(value: unknown): string {
  if (value === null || value === undefined) return String(value);
  if (Array.isArray(value)) return value.length === 0 ? 'an empty array' : 'an array';
  switch (typeof value) {
    case 'string':
      return JSON.stringify(value.length > 60 ? `${redactedStart(value, 60)}…` : value);
    case 'function':
      return value.name ? `the function ${value.name}` : 'a function';
    case 'object':
      return describeObject(value);
    default:
      return String(value);
  }
}

function describeObject(value: object): string {
  const kind = Object.prototype.toString.call(value).slice(8, -1);
  if (kind === 'Object') return Object.keys(value).length === 0 ? 'an empty object' : 'an object';
  return `${/^[AEIO]/.test(kind) ? 'an' : 'a'} ${kind}`;
}

function levenshtein(): typeof import('fastest-levenshtein') {
  return require('fastest-levenshtein') as typeof import('fastest-levenshtein');
}
