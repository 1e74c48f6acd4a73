import type { Json } from '../../json/json';
import type { SecretNames } from '../names/secret-names';
import { MARK, showsNothing } from '../redaction-mark';
import { foreignValue } from './foreign-value';

/** What a copy needs to know about secrets. */
export interface CopyRules {
  readonly names: SecretNames;
  /** Hides the secrets in a string. */
  text(text: string): string;
  /** Whether the whole string is a secret. */
  isSecret(text: string): boolean;
}

interface Run {
  readonly rules: CopyRules;
  /** The finished copies, or `undefined` for one in progress; values among secrets have a map of their own. */
  readonly copies: { readonly open: Map<object, Json>; readonly hidden: Map<object, Json> };
  /** The names met so far, as they may be shown. */
  readonly shownNames: Map<string, string>;
  /** How deep the copy is at the moment. */
  depth: number;
}

/** The object whose fields are copied. One per object and not per field, because this runs for every scenario. */
interface Holder {
  readonly fields: Readonly<Record<string | number, unknown>>;
  /** Whether everything in it is secret: only names, empty values and booleans are shown. */
  readonly hidden: boolean;
  /** The name of its field `value`, if it is a pair. */
  readonly pairKey: string | undefined;
}

const DEEPEST = 200;
const LONGEST_LIST = 5_000_000;

/** A deep copy of `value` as plain JSON, without secrets. Never throws, and leaves `value` as it is. */
export function plainCopy(value: unknown, rules: CopyRules): Json {
  const run = { rules, copies: { open: new Map(), hidden: new Map() }, shownNames: new Map(), depth: 0 };
  return copy(value, false, run);
}

function copy(value: unknown, hidden: boolean, run: Run): Json {
  if (typeof value === 'string') return hidden ? hide(value) : run.rules.text(value);
  if (value === null || value === undefined || typeof value === 'boolean') return value;
  try {
    if (typeof value === 'object') return copyObject(value, hidden, run);
    return hidden ? MARK : copyScalar(value, run.rules);
  } catch {
    // A proxy, a getter or the value's own `toJSON` threw: a copy that shows where is better than none.
    return '[unreadable]';
  }
}

function hide(value: unknown): Json {
  return showsNothing(value) ? value : MARK;
}

function copyScalar(value: unknown, { text, isSecret }: CopyRules): Json {
  if (typeof value === 'number' && !Number.isFinite(value)) return String(value);
  if (typeof value === 'number' || typeof value === 'bigint') return isSecret(String(value)) ? MARK : value;
  if (typeof value === 'function') return value.name === '' ? '[function]' : text(`[function ${value.name}]`);
  return text(String(value));
}

function copyObject(value: object, hidden: boolean, run: Run): Json {
  const copies = hidden ? run.copies.hidden : run.copies.open;
  const known: Json = copies.get(value);
  if (known !== undefined || copies.has(value)) return known ?? '[circular]';
  if (run.depth > DEEPEST) return '[too deep]';
  copies.set(value, undefined);
  run.depth += 1;
  try {
    const made = copyContents(value, hidden, run);
    copies.set(value, made);
    return made;
  } finally {
    run.depth -= 1;
  }
}

function copyContents(value: object, hidden: boolean, run: Run): Json {
  if (Array.isArray(value)) return copyList(value, hidden, run);
  const foreign = foreignValue(value, (text) => hidden || run.rules.text(text) !== text);
  if (foreign) return copy(foreign.value, hidden, run);
  const made: Record<string, Json> = {};
  const holder: Holder = { fields: value as Holder['fields'], hidden, pairKey: pairKeyOf(value) };
  for (const name of Object.keys(value)) {
    const child = copyField(holder, name, run);
    if (child !== undefined) setField(made, shownName(name, run), child);
  }
  return made;
}

function copyList(list: readonly unknown[], hidden: boolean, run: Run): Json {
  const made: Json[] = [];
  const count = Math.min(list.length, LONGEST_LIST);
  const holder: Holder = { fields: list as unknown as Holder['fields'], hidden, pairKey: undefined };
  for (let index = 0; index < count; index += 1) made.push(copyField(holder, index, run) ?? null);
  if (list.length > count) made.push(`[${(list.length - count).toLocaleString('en-US')} more]`);
  return made;
}

/** The name of the `value` of a `{key, value}` or `{name, value}` pair. */
export function pairKeyOf(value: object): string | undefined {
  if (!Object.hasOwn(value, 'value')) return undefined;
  const { key, name } = value as { key?: unknown; name?: unknown };
  return [key, name].find((candidate) => typeof candidate === 'string');
}

function copyField(holder: Holder, name: string | number, run: Run): Json {
  const { fields, hidden, pairKey } = holder;
  let value: unknown;
  try {
    value = fields[name];
  } catch {
    return '[unreadable]';
  }
  if (typeof name === 'number') return copy(value, hidden, run);
  if (pairKey === undefined) return copyNamed(value, name, hidden, run);
  if (name === 'key' || name === 'name') return copy(value, false, run);
  return copyNamed(value, name === 'value' ? pairKey : name, hidden, run);
}

function copyNamed(value: unknown, name: string, hidden: boolean, run: Run): Json {
  const { names } = run.rules;
  if (showsNothing(value)) return value;
  // The names inside show what was sent and what was forgotten.
  if (typeof value === 'object' && names.isContainer(name)) return copy(value, true, run);
  return names.isSecret(name) ? MARK : copy(value, hidden, run);
}

function shownName(name: string, { rules, shownNames }: Run): string {
  const known = shownNames.get(name);
  if (known !== undefined) return known;
  const shown = rules.text(name);
  shownNames.set(name, shown);
  return shown;
}

/** Two hidden names remain two fields; a field called `__proto__` remains a field. */
function setField(made: Record<string, Json>, name: string, value: Json): void {
  const free = freeName(made, name);
  if (free !== '__proto__') made[free] = value;
  else Object.defineProperty(made, free, { value, enumerable: true, configurable: true, writable: true });
}

/** The name, with a number if it is hidden and already used. */
export function freeName(made: object, name: string): string {
  let free = name;
  for (let count = 2; name.includes(MARK) && Object.hasOwn(made, free); count += 1) free = `${name} (${count})`;
  return free;
}
