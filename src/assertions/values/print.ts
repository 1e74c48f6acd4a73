import { countOf } from '../../count-of';
import { isErrorLike } from '../../errors';
import { redactedStart, redactValue } from '../../redaction/process-redactor';
import { shownKeysOf } from './key-lists';
import { escapeControls, moreCharacters, quote } from './quote';

const ASYMMETRIC = Symbol.for('jest.asymmetricMatcher');

interface Limits {
  readonly depth: number;
  readonly width: number;
  readonly text: number;
}

interface Run {
  readonly limits: Limits;
  /** How many characters may still be written; the attempt is given up below zero. */
  left: number;
  readonly ancestors: object[];
}

/** Tried in turn until the result is short enough; the last always is. */
const LIMITS: readonly Limits[] = [
  { depth: 10, width: 100, text: 300 },
  { depth: 6, width: 12, text: 120 },
  { depth: 4, width: 8, text: 60 },
  { depth: 2, width: 5, text: 40 },
  { depth: 1, width: 4, text: 30 },
  { depth: 0, width: 0, text: 30 },
];

/**
 * Formats `value` on one line: strings are in double quotes, and long parts are cut, with a count of what is omitted.
 *
 * Never throws, and takes the same time for 50 MB as for 50 bytes: JSON values are written here, within a budget. Only
 * other values (a Map, a class, an asymmetric matcher) are passed to `pretty-format`.
 */
export function printValue(value: unknown, { maxLength = 400 }: { readonly maxLength?: number } = {}): string {
  try {
    return printUnder(value, maxLength);
  } catch (error) {
    return `[cannot be printed: ${thrownText(error)}]`;
  }
}

function printUnder(value: unknown, maxLength: number): string {
  let text = '';
  for (const limits of LIMITS) {
    const run: Run = { limits, left: maxLength, ancestors: [] };
    text = printPart(value, run);
    if (run.left >= 0 && text.length <= maxLength) break;
  }
  return text;
}

/** The value at `key`; if its getter throws, the result of `thrown` with a message. */
export function readProperty(holder: object, key: string | number, thrown: (words: string) => unknown): unknown {
  try {
    return (holder as Readonly<Record<string | number, unknown>>)[key];
  } catch (error) {
    return thrown(`[getter threw ${thrownText(error)}]`);
  }
}

/** The JSON type of a value; `missing` for `undefined`. */
export function typeName(value: unknown): string {
  if (value === undefined) return 'missing';
  if (value === null) return 'null';
  return Array.isArray(value) ? 'array' : typeof value;
}

/** The type for use in a sentence: `a string`, `an object`, `null`, `nothing`. */
export function typePhrase(value: unknown): string {
  const name = typeName(value);
  if (name === 'missing') return 'nothing';
  if (name === 'null') return 'null';
  return `${/^[aeiou]/.test(name) ? 'an' : 'a'} ${name}`;
}

/** A thrown value on one line: an error's name and message, or the value. */
export function thrownText(thrown: unknown): string {
  const { name, message } = (typeof thrown === 'object' && thrown !== null ? thrown : {}) as Partial<Error>;
  if (typeof message !== 'string') return printValue(thrown, { maxLength: 200 });
  return typeof name === 'string' ? `${name}: ${message}` : message;
}

/** A thrown value for a message: an error's name and message, a string unchanged, any other value without secrets. */
export function thrownReason(thrown: unknown): string {
  if (isErrorLike(thrown)) return `${thrown.name}: ${thrown.message}`;
  return typeof thrown === 'string' ? thrown : printValue(redactValue(thrown), { maxLength: 200 });
}

function printPart(value: unknown, run: Run): string {
  if (run.left < 0) return '';
  if (isPlain(value)) return printContainer(value, run);
  const text = printLeaf(value, run.limits.text);
  run.left -= text.length;
  return text;
}

function printContainer(value: object, run: Run): string {
  const { limits, ancestors } = run;
  if (ancestors.includes(value)) return '[Circular]';
  const keys = Array.isArray(value) ? undefined : shownKeysOf(value);
  const size = keys?.length ?? (value as unknown[]).length;
  const [open, close] = keys ? (['{', '}'] as const) : (['[', ']'] as const);
  if (size > 0 && ancestors.length >= limits.depth) return `${open}… ${countOf(size, keys ? 'key' : 'item')}${close}`;

  ancestors.push(value);
  const parts: string[] = [];
  for (let index = 0; index < Math.min(size, limits.width) && run.left >= 0; index += 1) {
    parts.push(keys ? printEntry(value, keys[index] as string, run) : printProperty(value, index, run));
    run.left -= 2;
  }
  ancestors.pop();
  if (size > parts.length) parts.push(`… ${(size - parts.length).toLocaleString('en-US')} more`);
  return `${open}${parts.join(', ')}${close}`;
}

function printEntry(holder: object, key: string, run: Run): string {
  const name = quote(key, run.limits.text);
  run.left -= name.length;
  return `${name}: ${printProperty(holder, key, run)}`;
}

function printProperty(holder: object, key: string | number, run: Run): string {
  let words: string | undefined;
  const value = readProperty(holder, key, (text) => (words = text));
  return words ?? printPart(value, run);
}

function printLeaf(value: unknown, limit: number): string {
  if (typeof value === 'string') return quote(value, limit);
  if (typeof value === 'bigint') return printBigint(value, limit);
  if (typeof value === 'number') return Object.is(value, -0) ? '-0' : String(value);
  if (value === null || ['undefined', 'boolean', 'symbol'].includes(typeof value)) return escapeControls(String(value));
  const text = escapeControls(printForeign(value));
  return text.length <= limit ? text : redactedStart(text, limit) + moreCharacters(text.length - limit);
}

/** With an `n`, as in JavaScript, to distinguish a bigint from a number. */
function printBigint(value: bigint, limit: number): string {
  const digits = String(value);
  return digits.length <= limit
    ? `${digits}n`
    : `${digits.slice(0, limit)}… (${countOf(digits.length - limit, 'more digit')})`;
}

function printForeign(value: unknown): string {
  if (typeof value === 'function' && !isAsymmetric(value)) return `[Function ${value.name || 'anonymous'}]`;
  const { format, plugins } = require('pretty-format') as typeof import('pretty-format');
  const options = { min: true, maxDepth: 4, maxWidth: 8, plugins: [plugins.AsymmetricMatcher] };
  try {
    return format(value, options);
  } catch {
    // The value's `toJSON` threw.
    return format(value, { ...options, callToJSON: false });
  }
}

/** Whether `value` is a JSON container: an array, or an object without a class. Works across realms. */
export function isPlain(value: unknown): value is object {
  if (typeof value !== 'object' || value === null) return false;
  if (Array.isArray(value)) return true;
  if (isAsymmetric(value)) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || (Object.getPrototypeOf(prototype) === null && !(Symbol.toStringTag in value));
}

function isAsymmetric(value: object): boolean {
  return (value as { $$typeof?: unknown }).$$typeof === ASYMMETRIC;
}
