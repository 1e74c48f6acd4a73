import type { Json } from '../../json/json';
import { MARK, showsNothing } from '../redaction-mark';
import { foreignValue, mayBeForeign } from './foreign-value';

/** A name of a field. */
export interface FieldName {
  /** The name without secrets. */
  readonly shown: string;
  /** Whether its value is a secret. */
  readonly isSecret: boolean;
  /** Whether everything inside its value is secret. */
  readonly isContainer: boolean;
}

/** What a copy needs to know about secrets. */
export interface CopyRules {
  /** What a name means. */
  field(name: string): FieldName;
  /** Hides the secrets in a string. */
  text(text: string): string;
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
  /** How deep the copy is at the moment. */
  depth: number;
}

const DEEPEST = 200;
const LONGEST_LIST = 5_000_000;

/** Makes a copier for the parts of one value. */
export function createPlainCopier(rules: CopyRules): PlainCopier {
  const run: Run = { rules, copies: { open: new Map(), hidden: new Map() }, depth: 0 };
  return {
    value: (value) => copy(value, false, run),
    valueUnder(names, value) {
      let hidden = false;
      for (const name of names.slice(0, -1)) {
        const { isContainer, isSecret } = rules.field(name);
        if (isSecret && !isContainer) return MARK;
        hidden ||= isContainer;
      }
      return copyNamed(value, rules.field(names.at(-1) ?? ''), hidden, run);
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
  if (mayBeForeign(value)) {
    const foreign = foreignValue(value, (text) => hidden || run.rules.text(text) !== text);
    if (foreign) return copy(foreign.value, hidden, run);
  }
  const made: Record<string, Json> = {};
  const pairKey = pairKeyOf(value);
  for (const name of Object.keys(value)) {
    const field = run.rules.field(name);
    const child = copyField(value as Fields, name, { field, hidden, pairKey }, run);
    if (child !== undefined) setField(made, field.shown, child);
  }
  return made;
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

interface Place {
  readonly field: FieldName;
  /** Whether everything in it is secret: only names, empty values and booleans are shown. */
  readonly hidden: boolean;
  /** The name of its field `value`, if it is a pair. */
  readonly pairKey: string | undefined;
}

function copyField(fields: Fields, name: string, { field, hidden, pairKey }: Place, run: Run): Json {
  let value: unknown;
  try {
    value = fields[name];
  } catch {
    return '[unreadable]';
  }
  if (pairKey === undefined) return copyNamed(value, field, hidden, run);
  if (name === 'key' || name === 'name') return copy(value, false, run);
  return copyNamed(value, name === 'value' ? run.rules.field(pairKey) : field, hidden, run);
}

function copyNamed(value: unknown, { isContainer, isSecret }: FieldName, hidden: boolean, run: Run): Json {
  if (showsNothing(value)) return value;
  // The names inside show what was sent and what was forgotten.
  if (isContainer && typeof value === 'object') return copy(value, true, run);
  return isSecret ? MARK : copy(value, hidden, run);
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
