import { countOf } from '../count-of';
import { ConnectorTestError } from '../errors';
import { isLazy } from '../lazy';
import { describeGiven } from '../validation/problems';

const MOST = 50;
const LONGEST_PATH = 120;
const INDEX = /^\d+$/;
const BOXES = ['String', 'Number', 'Boolean'];

/** A value that JSON would silently drop or change. */
export interface Unsendable {
  readonly path: string;
  /** Completes "<path> is …". */
  readonly what: string;
  /** Whether it is `undefined`, often because an environment variable is not set. */
  readonly isUndefined?: boolean;
}

/** The error for values that can't be sent. */
export function unsendableError(found: readonly Unsendable[], fix = fixOf(found)): ConnectorTestError {
  return new ConnectorTestError('INVALID_ARGS', {
    what: `${summary(found)}; nothing was sent.`,
    why: whyOf(found),
    fix,
  });
}

function summary(found: readonly Unsendable[]): string {
  const [only] = found;
  const areUndefined = found.every(({ isUndefined }) => isUndefined);
  if (only === undefined || found.length > 1) {
    return `${countOf(found.length, areUndefined ? 'value' : 'invalid value')}${areUndefined ? ' are undefined' : ''}`;
  }
  return areUndefined ? sentence(only) : `Invalid \`${shortPath(only.path)}\``;
}

/** A list, if there are several; the path of a single one is in the summary. */
function whyOf(found: readonly Unsendable[]): string {
  const [only] = found;
  if (only !== undefined && found.length === 1) {
    return only.isUndefined ? 'JSON would drop it, so the request would arrive without it.' : `it is ${only.what}.`;
  }
  const more = found.length > MOST ? [`… and ${found.length - MOST} more`] : [];
  return [...found.slice(0, MOST).map(sentence), ...more].join('\n');
}

function sentence({ path, what }: Unsendable): string {
  return `${shortPath(path)} is ${what}`;
}

function fixOf(found: readonly Unsendable[]): string {
  return found.some(({ isUndefined }) => isUndefined)
    ? 'set the missing environment variable (was the .env file loaded?).\nTo send null, write null; otherwise leave the key out.'
    : 'convert the value, or leave the key out.';
}

/** Shortens the path of a deeply nested value. */
function shortPath(path: string): string {
  return path.length > LONGEST_PATH ? `${path.slice(0, LONGEST_PATH)}…` : path;
}

/**
 * Explains why a value can't be sent as JSON, apart from its contents. The main case is `undefined`: JSON would drop
 * it, the server would return 401, and a scenario that asserts `success: false` would pass for the wrong reason.
 *
 * @returns the end of "<path> is …"; `undefined` for a value that can be sent.
 */
export function whyUnsendable(value: unknown): string | undefined {
  switch (typeof value) {
    case 'undefined':
      return 'undefined';
    case 'function':
    case 'symbol':
      return value.toString().length > 60 ? `a ${typeof value}` : `a ${typeof value} (${String(value)})`;
    case 'number':
      return Number.isFinite(value) ? undefined : `${value}, which JSON would write as null`;
    case 'object':
      return unsendableObject(value);
    default:
      return undefined;
  }
}

function unsendableObject(value: object | null): string | undefined {
  if (isLazy(value)) return 'a lazy, which is resolved only in scenarios';
  if (value === null || Array.isArray(value)) return undefined;
  const tag = Object.prototype.toString.call(value);
  if (tag === '[object Object]') return isEmptyOfItsOwn(value) ? EMPTY_OF_ITS_OWN : undefined;
  const kind = tag.slice(8, -1);
  if (BOXES.includes(kind)) return `${describeGiven(value)} object instead of a plain value`;
  const written = Object.keys(value).length === 0 ? '{}' : 'an object with other fields';
  return `${describeGiven(value)}, which JSON would write as ${written}`;
}

const EMPTY_OF_ITS_OWN = 'an object without own fields, which JSON would write as {}';

/** Whether its data is only in its prototype or private. */
function isEmptyOfItsOwn(value: object): boolean {
  return !isLiteral(value) && Object.keys(value).length === 0;
}

/** Whether its only prototype is that of object literals, in any realm. */
function isLiteral(value: object): boolean {
  const prototype = Object.getPrototypeOf(value) as object | null;
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}

/** The parts of an object or array that JSON would drop; each completes "<path> is …". */
export function whatJsonDrops(value: object): readonly string[] {
  if (hasNothingToDrop(value)) return NOTHING;
  const symbols = Object.getOwnPropertySymbols(value).map(String);
  const beside = Array.isArray(value) ? Object.keys(value).filter((key) => !INDEX.test(key)) : [];
  return [
    ...[...symbols, ...beside].map((key) => `a value with the key ${key}, which JSON would drop`),
    ...(Array.isArray(value) ? [] : inheritedFields(value)).map(
      (name) => `an object with the inherited field ${name}, which JSON would drop`,
    ),
  ];
}

const NOTHING: readonly string[] = [];

/** Fast check for the usual case, because it runs for each object that is sent. */
function hasNothingToDrop(value: object): boolean {
  if (Object.getOwnPropertySymbols(value).length > 0) return false;
  return Array.isArray(value) ? isDense(value) : isLiteral(value);
}

/** Whether an array has no holes and no other keys. */
function isDense(items: readonly unknown[]): boolean {
  const keys = Object.keys(items);
  return keys.length === items.length && keys.every((key, index) => key === String(index));
}

/** Getters and data in its prototypes; methods don't count. */
function inheritedFields(value: object): string[] {
  const names = new Set<string>();
  for (const prototype of prototypesOf(value)) {
    for (const [name, { get, value: inherited }] of Object.entries(Object.getOwnPropertyDescriptors(prototype))) {
      const isData = get !== undefined || !['function', 'undefined'].includes(typeof inherited);
      if (isData && !Object.hasOwn(value, name)) names.add(name);
    }
  }
  return [...names];
}

/** All prototypes but the last, which is that of object literals in each realm. */
function prototypesOf(value: object): object[] {
  const chain: object[] = [];
  let prototype = Object.getPrototypeOf(value) as object | null;
  for (; prototype !== null; prototype = Object.getPrototypeOf(prototype) as object | null) chain.push(prototype);
  return chain.slice(0, -1);
}

/** The first hole of an array, and how many there are. */
export function holeOf(items: readonly unknown[]): { readonly at: number; readonly what: string } | undefined {
  if (isDense(items)) return undefined;
  const there = Object.keys(items).filter((key) => INDEX.test(key)).length;
  const missing = items.length - there;
  if (missing <= 0) return undefined;
  let at = 0;
  while (Object.hasOwn(items, at)) at += 1;
  const count = missing === 1 ? '' : ` (one of ${missing})`;
  return { at, what: `a hole in a sparse array${count}, which JSON would write as null` };
}
