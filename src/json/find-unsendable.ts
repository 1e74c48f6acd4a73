import { ConnectorTestError } from '../errors';
import { isLazy } from '../lazy';
import { describeGiven } from '../validation/problems';

const MOST = 50;
const LONGEST_PATH = 120;
const INDEX = /^\d+$/;
const BOXES = ['String', 'Number', 'Boolean'];

/** A value that JSON would drop or change without a word. */
export interface Unsendable {
  readonly path: string;
  /** Completes "<path> is …". */
  readonly what: string;
  /** Whether it is `undefined`, which often is an environment variable that is not set. */
  readonly isUndefined?: boolean;
}

/** The error for what cannot be sent. */
export function unsendableError(found: readonly Unsendable[], fix = fixOf(found)): ConnectorTestError {
  const more = found.length > MOST ? [`… and ${found.length - MOST} more`] : [];
  const lines = found.slice(0, MOST).map(({ path, what }) => `${shortPath(path)} is ${what}`);
  return new ConnectorTestError('INVALID_ARGS', {
    what: 'The arguments hold values that JSON cannot carry, so nothing was sent.',
    why: [...lines, ...more].join('\n'),
    fix,
  });
}

function fixOf(found: readonly Unsendable[]): string {
  return found.some(({ isUndefined }) => isUndefined)
    ? 'is an environment variable missing (a .env file that was not loaded)? Write null to send a null, or leave the key out.'
    : 'convert the value, or leave the key out.';
}

/** The path of what is nested deeply is longer than anybody reads. */
function shortPath(path: string): string {
  return path.length > LONGEST_PATH ? `${path.slice(0, LONGEST_PATH)}…` : path;
}

/**
 * Says why JSON cannot carry a value, apart from what is inside it: `undefined` above all. JSON would drop it, the server
 * would answer 401, and a scenario that asserts `success: false` would be green for the wrong reason.
 *
 * @returns what completes "<path> is …"; `undefined` for a value that can be sent.
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
  if (isLazy(value)) return 'a lazy, which only a scenario makes a value of';
  if (value === null || Array.isArray(value)) return undefined;
  const tag = Object.prototype.toString.call(value);
  if (tag === '[object Object]') return isEmptyOfItsOwn(value) ? EMPTY_OF_ITS_OWN : undefined;
  const kind = tag.slice(8, -1);
  if (BOXES.includes(kind)) return `${describeGiven(value)} object instead of a plain value`;
  const written = Object.keys(value).length === 0 ? '{}' : 'an object of other fields';
  return `${describeGiven(value)}, which JSON would write as ${written}`;
}

const EMPTY_OF_ITS_OWN = 'an object without fields of its own, which JSON would write as {}';

/** What it has stands in its prototype or is private. */
function isEmptyOfItsOwn(value: object): boolean {
  return !isLiteral(value) && Object.keys(value).length === 0;
}

/** Whether it has no prototype but that of the object literal, in whatever realm. */
function isLiteral(value: object): boolean {
  const prototype = Object.getPrototypeOf(value) as object | null;
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}

/** What a readable object or array has that JSON would drop, each completing "<path> is …". */
export function whatJsonDrops(value: object): readonly string[] {
  if (hasNothingToDrop(value)) return NOTHING;
  const symbols = Object.getOwnPropertySymbols(value).map(String);
  const beside = Array.isArray(value) ? Object.keys(value).filter((key) => !INDEX.test(key)) : [];
  return [
    ...[...symbols, ...beside].map((key) => `something with the key ${key}, which JSON would drop`),
    ...(Array.isArray(value) ? [] : inheritedFields(value)).map(
      (name) => `an object with the inherited field ${name}, which JSON would drop`,
    ),
  ];
}

const NOTHING: readonly string[] = [];

/** The usual case, without making a list: this is asked of each object that is sent. */
function hasNothingToDrop(value: object): boolean {
  if (Object.getOwnPropertySymbols(value).length > 0) return false;
  return Array.isArray(value) ? isDense(value) : isLiteral(value);
}

/** Whether it has its items, and nothing else. */
function isDense(items: readonly unknown[]): boolean {
  const keys = Object.keys(items);
  return keys.length === items.length && keys.every((key, index) => key === String(index));
}

/** Getters and data in its prototypes; methods are no data. */
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

/** All but the last, which is that of the object literal in each realm. */
function prototypesOf(value: object): object[] {
  const chain: object[] = [];
  let prototype = Object.getPrototypeOf(value) as object | null;
  for (; prototype !== null; prototype = Object.getPrototypeOf(prototype) as object | null) chain.push(prototype);
  return chain.slice(0, -1);
}

/** The first place of an array where there is no item, and how many there are. */
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
