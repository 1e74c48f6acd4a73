import { inspect, types } from 'node:util';
import { MARK } from '../redaction-mark';
import { type CopyRules, freeName, pairKeyOf } from './plain-copy';
import { isExotic, isSchema, shownAsIs } from './printable-copy-kinds';
import { Trail } from './secret-trail';

/** Properties of the printer that affect the copy. */
export interface Printer {
  /** Whether it calls getters and `toJSON`, as Jest's does. Node's does not, but calls `util.inspect.custom`. */
  readonly readsGetters: boolean;
  /** A value with more objects than this is left as it is, because the printer shows only a few of them. */
  readonly mostObjects?: number | undefined;
}

interface Run {
  readonly rules: CopyRules;
  readonly printer: Printer;
  readonly copies: { readonly open: Map<object, unknown>; readonly hidden: Map<object, unknown> };
  /** Where something was hidden; `before` is the trail of the previous walk, and what was clean on it isn't copied. */
  readonly trail: Trail;
  readonly before?: Trail | undefined;
  hasHidden: boolean;
}

interface Place {
  readonly depth: number;
  /** Whether everything here is secret. */
  readonly hidden: boolean;
}

const DEEPEST = 200;
/** The parts of a schema that may contain a value. */
const SCHEMA_VALUES = new Set(['default', 'const', 'enum', 'example', 'examples', 'value']);

/**
 * `value` if it contains no secret, otherwise a copy without secrets that prints in the same way: with the same
 * classes, Maps, symbols and circular references. What can't be copied is left as it is, so the output must be redacted
 * too.
 */
export function printableCopy(value: unknown, rules: CopyRules, printer: Printer): unknown {
  const top = { depth: 0, hidden: false };
  const probe = newRun(rules, printer);
  copy(value, top, probe);
  // Most values end here. A second walk copies only what leads to a secret.
  return probe.hasHidden && !isTooMuch(probe) ? copy(value, top, newRun(rules, printer, probe.trail)) : value;
}

function newRun(rules: CopyRules, printer: Printer, before?: Trail): Run {
  const copies = { open: new Map(), hidden: new Map() };
  return { rules, printer, copies, trail: new Trail(), before, hasHidden: false };
}

/** Something is hidden here. */
function note(run: Run): void {
  run.hasHidden = true;
  run.trail.mark();
}

function isTooMuch({ copies: { open, hidden }, printer: { mostObjects = Infinity } }: Run): boolean {
  return open.size + hidden.size > mostObjects;
}

function copy(value: unknown, place: Place, run: Run): unknown {
  if (typeof value === 'object' && value !== null) return copyObject(value, place, run);
  if (shownAsIs(value)) return value;
  return place.hidden ? mark(run) : copyScalar(value, run);
}

function mark(run: Run): string {
  note(run);
  return MARK;
}

function copyScalar(value: unknown, run: Run): unknown {
  if (typeof value === 'number' || typeof value === 'bigint')
    return run.rules.isSecretNumber(value) ? mark(run) : value;
  const text = typeof value === 'symbol' ? (value.description ?? '') : String(value);
  const shown = run.rules.text(text);
  if (shown === text) return value;
  note(run);
  return typeof value === 'symbol' ? Symbol(shown) : shown;
}

function copyObject(value: object, place: Place, run: Run): unknown {
  const copies = place.hidden ? run.copies.hidden : run.copies.open;
  if (copies.has(value)) return run.trail.into(value, () => copies.get(value));
  if (run.before?.isClean(value) || shownAsIs(value) || place.depth > DEEPEST || isTooMuch(run)) return value;
  try {
    return run.trail.into(value, () => copyContents(value, { ...place, depth: place.depth + 1 }, run));
  } catch {
    // A proxy or a getter throws; it will do the same to the printer.
    return value;
  }
}

function copyContents(value: object, place: Place, run: Run): unknown {
  const keep = <T>(made: T): T => {
    (place.hidden ? run.copies.hidden : run.copies.open).set(value, made);
    return made;
  };
  if (ArrayBuffer.isView(value)) return keep(copyBinary(value, run));
  if (types.isStringObject(value)) return keep(copyBoxed(value, place, run));
  if (isExotic(value) || (!run.printer.readsGetters && inspect.custom in value)) return keep(value);
  const json = jsonOf(value, run);
  if (json !== value) return keep(copy(json, place, run));
  const made = keep(emptyLike(value));
  if (types.isMap(value)) {
    for (const [key, child] of value) (made as Map<unknown, unknown>).set(...copyEntry(key, child, place, run));
  } else if (types.isSet(value)) {
    for (const item of value) (made as Set<unknown>).add(copy(item, place, run));
  }
  copyFields(value, made, place, run);
  return made;
}

/** What Jest's printer prints instead of an object with `toJSON`. */
function jsonOf(value: object, { printer, copies }: Run): unknown {
  const { toJSON } = value as { toJSON?: unknown };
  if (!printer.readsGetters || types.isNativeError(value) || typeof toJSON !== 'function') return value;
  // It may refer to itself.
  copies.open.set(value, value);
  return toJSON.call(value);
}

function emptyLike(value: object): object {
  const prototype: unknown = Object.getPrototypeOf(value);
  if (Array.isArray(value)) return Object.setPrototypeOf(new Array(value.length), prototype as object) as object;
  if (types.isMap(value)) return Object.setPrototypeOf(new Map(), prototype as object) as object;
  if (types.isSet(value)) return Object.setPrototypeOf(new Set(), prototype as object) as object;
  if (types.isNativeError(value)) return Object.setPrototypeOf(new Error(), prototype as object) as object;
  return Object.create(prototype as object | null) as object;
}

function copyEntry(key: unknown, value: unknown, place: Place, run: Run): [unknown, unknown] {
  const shownKey = copy(key, { ...place, hidden: false }, run);
  return [shownKey, typeof key === 'string' ? copyNamed(value, key, place, run) : copy(value, place, run)];
}

function copyFields(value: object, made: object, place: Place, run: Run): void {
  for (const [key, field] of shownFields(value)) {
    const readsGetter = run.printer.readsGetters || types.isNativeError(value);
    if (field.get === undefined || readsGetter) {
      const child = copyField(value, key, place, run);
      const copied = { value: child, enumerable: field.enumerable ?? true, configurable: true, writable: true };
      Object.defineProperty(made, Array.isArray(value) ? key : shownName(key, made, run), copied);
    } else Object.defineProperty(made, key, field);
  }
}

/** The fields that printers show; for an error also those that aren't enumerable, such as its stack. */
function shownFields(value: object): [string | symbol, PropertyDescriptor][] {
  const all = Reflect.ownKeys(value).map((key) => [key, Object.getOwnPropertyDescriptor(value, key)] as const);
  const isError = types.isNativeError(value);
  return all.filter((one): one is [string | symbol, PropertyDescriptor] => isError || one[1]?.enumerable === true);
}

function copyField(holder: object, key: string | symbol, place: Place, run: Run): unknown {
  const value: unknown = Reflect.get(holder, key);
  if (typeof key === 'symbol' || Array.isArray(holder)) return copy(value, place, run);
  const pairKey = pairKeyOf(holder);
  if (pairKey !== undefined && (key === 'key' || key === 'name')) return copy(value, { ...place, hidden: false }, run);
  const hidden = place.hidden || (SCHEMA_VALUES.has(key) && isSchema(holder));
  return copyNamed(value, pairKey !== undefined && key === 'value' ? pairKey : key, { ...place, hidden }, run);
}

function shownName(key: string | symbol, made: object, run: Run): string | symbol {
  if (typeof key === 'symbol') return copyScalar(key, run) as symbol;
  const { shown } = run.rules.field(key);
  if (shown !== key) note(run);
  return freeName(made, shown);
}

function copyNamed(value: unknown, name: string, place: Place, run: Run): unknown {
  if (shownAsIs(value)) return value;
  const { isContainer, isSecret } = run.rules.field(name);
  const isObject = typeof value === 'object';
  if (isObject && isSchema(value as object)) return copy(value, { ...place, hidden: false }, run);
  if (isObject && isContainer) return copy(value, { ...place, hidden: true }, run);
  return isSecret ? mark(run) : copy(value, place, run);
}

function copyBoxed(value: object, place: Place, run: Run): unknown {
  const shown = copy(String(value), place, run);
  return shown === String(value) ? value : new String(shown);
}

/** The bytes of a secret are secret too. */
function copyBinary(value: ArrayBufferView, run: Run): unknown {
  const { buffer, byteOffset, byteLength } = value;
  const text = Buffer.from(buffer, byteOffset, byteLength).toString();
  if (run.rules.text(text) === text) return value;
  note(run);
  return `[binary, ${byteLength.toLocaleString('en-US')} bytes]`;
}
