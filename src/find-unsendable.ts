import { ConnectorTestError } from './errors';
import { isLazy } from './lazy';
import { describeGiven } from './problems';

/** A value that JSON would drop or change without a word. */
export interface Unsendable {
  readonly path: string;
  /** Completes "<path> is …". */
  readonly what: string;
}

/**
 * Finds what JSON cannot carry: `undefined` above all. JSON would drop it, the server would answer 401, and a scenario
 * that asserts `success: false` would be green for the wrong reason.
 */
export function findUnsendable(value: unknown, path = 'args'): Unsendable[] {
  const found: Unsendable[] = [];
  search(value, path, { found, parents: [] });
  return found;
}

/** The error for what cannot be sent. */
export function unsendableError(found: readonly Unsendable[], fix = fixOf(found)): ConnectorTestError {
  return new ConnectorTestError('INVALID_ARGS', {
    what: 'The arguments hold values that JSON cannot carry, so nothing was sent.',
    why: found.map(({ path, what }) => `${path} is ${what}`).join('\n'),
    fix,
  });
}

function fixOf(found: readonly Unsendable[]): string {
  return found.some(({ what }) => what === 'undefined')
    ? 'is an environment variable missing (a .env file that was not loaded)? Write null to send a null, or leave the key out.'
    : 'convert the value, or leave the key out.';
}

interface Search {
  readonly found: Unsendable[];
  readonly parents: object[];
}

function search(value: unknown, path: string, run: Search): void {
  const { found, parents } = run;
  const what = unsendable(value);
  if (what !== undefined) found.push({ path, what });
  else if (!isObject(value)) return;
  else if (hasToJson(value)) searchJsonOf(value, path, run);
  else if (parents.includes(value)) found.push({ path, what: 'a reference to what it stands in (circular)' });
  else {
    parents.push(value);
    for (const key of droppedKeys(value)) {
      found.push({ path, what: `something with the key ${String(key)}, which JSON would drop` });
    }
    for (const [key, item] of Object.entries(value)) {
      search(item, path === 'args' ? key : `${path}.${key}`, run);
    }
    parents.pop();
  }
}

/** Symbols, and what an array has beside its items. */
function droppedKeys(value: object): PropertyKey[] {
  const beside = Array.isArray(value) ? Object.keys(value).filter((key) => !/^\d+$/.test(key)) : [];
  return [...Object.getOwnPropertySymbols(value), ...beside];
}

/** What JSON writes in its place; a date that is none makes null of itself. */
function searchJsonOf(value: { toJSON(): unknown }, path: string, run: Search): void {
  let json: unknown;
  try {
    json = value.toJSON();
  } catch (error) {
    run.found.push({ path, what: `${describeGiven(value)} whose toJSON() threw ${String(error)}` });
    return;
  }
  if (json === null) run.found.push({ path, what: `${describeGiven(value)}, which JSON would write as null` });
  else if (!isObject(json) || !hasToJson(json)) search(json, path, run);
}

function unsendable(value: unknown): string | undefined {
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
  if (value === null || Array.isArray(value) || hasToJson(value)) return undefined;
  if (isEmptyOfItsOwn(value)) return 'an object without fields of its own, which JSON would write as {}';
  const kind = Object.prototype.toString.call(value).slice(8, -1);
  return kind === 'Object' ? undefined : `${describeGiven(value)}, which JSON would write as {}`;
}

/** What it has stands in its prototype or is private; the object literal of any realm has no such prototype. */
function isEmptyOfItsOwn(value: object): boolean {
  const prototype = Object.getPrototypeOf(value) as object | null;
  const isLiteral = prototype === null || Object.getPrototypeOf(prototype) === null;
  return !isLiteral && Object.prototype.toString.call(value) === '[object Object]' && Object.keys(value).length === 0;
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

function hasToJson(value: object): value is { toJSON(): unknown } {
  return 'toJSON' in value && typeof value.toJSON === 'function';
}
