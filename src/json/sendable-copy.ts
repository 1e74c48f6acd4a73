import { describeGiven } from '../validation/problems';
import { holeOf, type Unsendable, unsendableError, whatJsonDrops, whyUnsendable } from './find-unsendable';

/** Deeper nesting overflows the stack of JSON parsers, and of ours. */
const DEEPEST = 1_000;

const PLAIN_FIELD = { enumerable: true, configurable: true, writable: true };

/** What would be sent of a value. */
export interface SendableCopy {
  /** The value as JSON has it, read once: it stays the same whatever getters, `toJSON` or the test do later. */
  readonly json: unknown;
  /** What of it JSON would drop or change without a word; nothing may be sent unless this is empty. */
  readonly unsendable: readonly Unsendable[];
}

/** Copies a value into plain JSON, and finds everything in it that JSON cannot carry. Never throws. */
export function sendableCopy(value: unknown, path = 'args'): SendableCopy {
  const unsendable: Unsendable[] = [];
  const json = copy(value, { path, key: '' }, { unsendable, parents: [] });
  return { json, unsendable };
}

/** The same for a value that must be sendable. @throws ConnectorTestError INVALID_ARGS */
export function requireSendable(value: unknown, path?: string): unknown {
  const { json, unsendable } = sendableCopy(value, path);
  if (unsendable.length > 0) throw unsendableError(unsendable);
  return json;
}

interface Place {
  readonly path: string;
  /** What `toJSON` is called with. */
  readonly key: string;
}

interface Walk {
  readonly unsendable: Unsendable[];
  readonly parents: object[];
}

function copy(value: unknown, place: Place, walk: Walk): unknown {
  // Most values are texts; the rest of this is asked of each of them otherwise.
  if (typeof value === 'string' || typeof value === 'boolean') return value;
  try {
    return hasToJson(value) ? copyOfJson(value, place, walk) : copyOf(value, place, walk);
  } catch (error) {
    // A proxy may throw whatever it is asked.
    return refuse(`something that cannot be read; it threw ${thrownText(error)}`, place, walk);
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
  if (parents.includes(value)) return refuse('a reference to what it stands in (circular)', { path }, walk);
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
    // Assigned, it would be the prototype.
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
    return refuse(`something that cannot be read; it threw ${thrownText(error)}`, place, walk);
  }
  return copy(value, place, walk);
}

/** What JSON writes in its place; a date that is none makes null of itself. */
function copyOfJson(value: { toJSON(key: string): unknown }, place: Place, walk: Walk): unknown {
  if (walk.parents.includes(value)) return refuse('a reference to what it stands in (circular)', place, walk);
  let json: unknown;
  try {
    json = value.toJSON(place.key);
  } catch (error) {
    return refuse(`${describeGiven(value)} whose toJSON() threw ${thrownText(error)}`, place, walk);
  }
  if (json === null) return refuse(`${describeGiven(value)}, which JSON would write as null`, place, walk);
  if (json === value) return copyOf(withoutToJson(value), place, walk);
  // JSON asks once, also where the result has a toJSON too.
  walk.parents.push(value);
  const made = copyOf(withoutToJson(json), place, walk);
  walk.parents.pop();
  return made;
}

/** A method that was called, or is not asked, is no data. */
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
    return 'something that cannot be read either';
  }
}
