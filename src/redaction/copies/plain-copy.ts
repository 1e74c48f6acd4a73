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
  /** Whether the whole number is a secret. */
  isSecretNumber(number: number | bigint): boolean;
}

/** Copies values as plain JSON, without secrets. An object that is in several of them is copied once. */
export interface PlainCopier {
  /** A deep copy of `value`. Never throws, and leaves `value` as it is. */
  value(value: unknown): Json;
  /** The same for a value that was found under these names, the innermost last. */
  valueUnder(names: readonly string[], value: unknown): Json;
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

const DEEPEST = 200;
const LONGEST_LIST = 5_000_000;
const PLAIN_OBJECT = Object.prototype;

/** A deep copy of `value` as plain JSON, without secrets. Never throws, and leaves `value` as it is. */
export function plainCopy(value: unknown, rules: CopyRules): Json {
  return createPlainCopier(rules).value(value);
}

/** Makes a copier for the parts of one value. */
export function createPlainCopier(rules: CopyRules): PlainCopier {
  const run: Run = { rules, copies: { open: new Map(), hidden: new Map() }, shownNames: new Map(), depth: 0 };
  return {
    value: (value) => copy(value, false, run),
    valueUnder(names, value) {
      let hidden = false;
      for (const name of names.slice(0, -1)) {
        if (rules.names.isContainer(name)) hidden = true;
        else if (rules.names.isSecret(name)) return MARK;
      }
      return copyNamed(value, names.at(-1) ?? '', hidden, run);
    },
  };
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

function copyScalar(value: unknown, { text, isSecretNumber }: CopyRules): Json {
  if (typeof value === 'number' && !Number.isFinite(value)) return String(value);
  if (typeof value === 'number' || typeof value === 'bigint') return isSecretNumber(value) ? MARK : value;
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
  if (isForeign(value)) {
    const foreign = foreignValue(value, (text) => hidden || run.rules.text(text) !== text);
    if (foreign) return copy(foreign.value, hidden, run);
  }
  const made: Record<string, Json> = {};
  const pairKey = pairKeyOf(value);
  for (const name of Object.keys(value)) {
    const child = copyField(value as Fields, name, { hidden, pairKey }, run);
    if (child !== undefined) setField(made, shownName(name, run), child);
  }
  return made;
}

/** Whether it may be anything but a plain object: most values are plain, and a closer look takes longer. */
function isForeign(value: object): boolean {
  return (
    Object.getPrototypeOf(value) !== PLAIN_OBJECT ||
    'toJSON' in value ||
    Symbol.toStringTag in value ||
    (value as { type?: unknown }).type === 'Buffer'
  );
}

function copyList(list: readonly unknown[], hidden: boolean, run: Run): Json {
  const made: Json[] = [];
  const count = Math.min(list.length, LONGEST_LIST);
  for (let index = 0; index < count; index += 1) made.push(copyItem(list, index, hidden, run) ?? null);
  if (list.length > count) made.push(`[${(list.length - count).toLocaleString('en-US')} more]`);
  return made;
}

function copyItem(list: readonly unknown[], index: number, hidden: boolean, run: Run): Json {
  try {
    return copy(list[index], hidden, run);
  } catch {
    return '[unreadable]';
  }
}

/** The name of the `value` of a `{key, value}` or `{name, value}` pair. */
export function pairKeyOf(value: object): string | undefined {
  if (!Object.hasOwn(value, 'value')) return undefined;
  const { key, name } = value as { key?: unknown; name?: unknown };
  return [key, name].find((candidate) => typeof candidate === 'string');
}

type Fields = Readonly<Record<string, unknown>>;

interface Holder {
  /** Whether everything in it is secret: only names, empty values and booleans are shown. */
  readonly hidden: boolean;
  /** The name of its field `value`, if it is a pair. */
  readonly pairKey: string | undefined;
}

function copyField(fields: Fields, name: string, { hidden, pairKey }: Holder, run: Run): Json {
  let value: unknown;
  try {
    value = fields[name];
  } catch {
    return '[unreadable]';
  }
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
