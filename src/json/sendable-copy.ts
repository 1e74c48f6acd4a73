import { describeGiven } from '../validation/problems';
import { holeOf, type Unsendable, unsendableError, whatJsonDrops, whyUnsendable } from './find-unsendable';

/** Deeper nesting overflows the stack of JSON parsers, and of this code. */
const DEEPEST = 1_000;

const PLAIN_FIELD = { enumerable: true, configurable: true, writable: true };

/** The part of a value that would be sent. */
export interface SendableCopy {
  /** The value as JSON, read once, so that getters, `toJSON` or the test can't change it later. */
  readonly json: unknown;
  /** The parts that JSON would silently drop or change; nothing may be sent unless this is empty. */
  readonly unsendable: readonly Unsendable[];
}

/** Copies a value as plain JSON, and finds everything in it that JSON does not support. Never throws. */
export function sendableCopy(value: unknown, path = 'args'): SendableCopy {
  const unsendable: Unsendable[] = [];
  const json = copy(value, { path, key: '' }, { unsendable, parents: [] });
  if (unsendable.length === 0 && typeof json === 'object' && json !== null) copies.add(json);
  return { json, unsendable };
}

/** The copies made so far: plain JSON of our own, which needs no further copy. */
const copies = new WeakSet<object>();

/** The same for a value that must be sendable. @throws ConnectorTestError INVALID_ARGS */
export function requireSendable(value: unknown, path?: string): unknown {
  if (typeof value === 'object' && value !== null && copies.has(value)) return value;
  const { json, unsendable } = sendableCopy(value, path);
  if (unsendable.length > 0) throw unsendableError(unsendable);
  return json;
}

interface Place {
  readonly path: string;
  /** The argument for `toJSON`. */
  readonly key: string;
}

interface Walk {
  readonly unsendable: Unsendable[];
  readonly parents: object[];
}

function copy(value: unknown, place: Place, walk: Walk): unknown {
  // A shortcut for strings and booleans, because most values are strings.
  if (typeof value === 'string' || typeof value === 'boolean') return value;
  try {
    return hasToJson(value) ? copyOfJson(value, place, walk) : copyOf(value, place, walk);
  } catch (error) {
    // A proxy may throw on any access.
    return refuse(`a value that cannot be read (it threw ${thrownText(error)})`, place, walk);
  }
}

function copyOf(value: unknown, { path }: Place, walk: Walk): unknown {
  const { parents } = walk;
  const why = whyUnsendable(value);
  if (why !== undefined) {
    walk.unsendable.push({ path, what: why, ...(value === undefined && { isUndefined: true }) });
    return undefined;
  }
  if (typeof value !== 'object' || value === null) return value;
  if (parents.includes(value)) return refuse('a circular reference', { path }, walk);
  if (parents.length >= DEEPEST) return refuse(`nested more than ${DEEPEST} levels deep`, { path }, walk);
  for (const what of whatJsonDrops(value)) refuse(what, { path }, walk);
  const hole = Array.isArray(value) ? holeOf(value) : undefined;
  if (hole !== undefined) refuse(hole.what, { path: inside(path, String(hole.at)) }, walk);

  parents.push(value);
  const made = Array.isArray(value) ? copyOfList(value, path, walk) : copyOfFields(value, path, walk);
  parents.pop();
  return made;
}

function copyOfList(value: readonly unknown[], path: string, walk: Walk): unknown[] {
  return Object.keys(value).map((key) => copyField(value, key, { path, walk }));
}

function copyOfFields(value: object, path: string, walk: Walk): Record<string, unknown> {
  const made: Record<string, unknown> = {};
  for (const key of Object.keys(value)) {
    const item = copyField(value, key, { path, walk });
    // An assignment would set the prototype.
    if (key === '__proto__') Object.defineProperty(made, key, { value: item, ...PLAIN_FIELD });
    else made[key] = item;
  }
  return made;
}

function copyField(holder: object, key: string, { path, walk }: { path: string; walk: Walk }): unknown {
  const place = { path: inside(path, key), key };
  let value: unknown;
  try {
    value = (holder as Readonly<Record<string, unknown>>)[key];
  } catch (error) {
    return refuse(`a value that cannot be read (it threw ${thrownText(error)})`, place, walk);
  }
  return copy(value, place, walk);
}

/** What JSON writes instead of the value; an invalid date becomes null. */
function copyOfJson(value: { toJSON(key: string): unknown }, place: Place, walk: Walk): unknown {
  if (walk.parents.includes(value)) return refuse('a circular reference', place, walk);
  let json: unknown;
  try {
    json = value.toJSON(place.key);
  } catch (error) {
    return refuse(`${describeGiven(value)} whose toJSON() threw ${thrownText(error)}`, place, walk);
  }
  if (json === null) return refuse(`${describeGiven(value)}, which JSON would write as null`, place, walk);
  if (json === value) return copyOf(withoutToJson(value), place, walk);
  // JSON calls toJSON only once, even if the result has a toJSON too.
  walk.parents.push(value);
  const made = copyOf(withoutToJson(json), place, walk);
  walk.parents.pop();
  return made;
}

/** Removes `toJSON`, which isn't data. */
function withoutToJson(json: unknown): unknown {
  if (!hasToJson(json) || !Object.hasOwn(json, 'toJSON')) return json;
  const { toJSON: _method, ...fields } = json;
  return fields;
}

function refuse(what: string, { path }: Pick<Place, 'path'>, { unsendable }: Walk): undefined {
  unsendable.push({ path, what });
}

function inside(path: string, key: string): string {
  return path === 'args' ? key : `${path}.${key}`;
}

function hasToJson(value: unknown): value is { toJSON(key: string): unknown } {
  const isHolder = (typeof value === 'object' && value !== null) || typeof value === 'function';
  return isHolder && 'toJSON' in value && typeof value.toJSON === 'function';
}

function thrownText(error: unknown): string {
  try {
    return String(error);
  } catch {
    return 'an error that cannot be read';
  }
}
