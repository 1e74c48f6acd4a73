import { parseJson } from '../../json/exact-json';
import type { Certainty } from './distinctive';
import type { SecretNames } from './secret-names';

/** Receives a secret that was found. */
export type OnSecret = (secret: string, certainty: Certainty) => void;

/** What the location of a value says about it: nothing, that it is a part of credentials, or that it is a secret. */
export type Place = 'anywhere' | 'credentials' | 'secret';

interface At {
  readonly name: string;
  readonly place: Place;
  readonly depth: number;
  /** Whether it is an item of a list. */
  readonly inList?: boolean;
}

interface Walk {
  readonly names: SecretNames;
  readonly isReported: boolean;
  readonly onSecret: OnSecret;
  /** Visits each object once per place, because objects may refer to each other. */
  readonly seen: Record<Place, Set<object>>;
}

/** Secrets are not searched for below this depth. */
const DEEPEST = 200;

/**
 * Finds the secrets in `value`, which is under `name` in a `place`.
 *
 * @param at.isReported The value is known to be a secret: it was marked, or comes from an environment variable.
 */
export function learnSecrets(
  value: unknown,
  at: { readonly name?: string; readonly place: Place; readonly isReported?: boolean },
  names: SecretNames,
  onSecret: OnSecret,
): void {
  const { isReported = false } = at;
  const sure: OnSecret = (secret, certainty) =>
    onSecret(secret, isReported && certainty === 'named' ? 'marked' : certainty);
  const seen = { anywhere: new Set<object>(), credentials: new Set<object>(), secret: new Set<object>() };
  walk(value, { name: at.name ?? '', place: at.place, depth: 0 }, { names, onSecret: sure, seen, isReported });
}

function walk(value: unknown, at: At, run: Walk): void {
  if (typeof value === 'string') return learnText(value, at, run);
  if (typeof value === 'number' || typeof value === 'bigint') return learnText(String(value), at, run);
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return;
  const { place, depth } = at;
  if (depth > DEEPEST || run.seen[place].has(value)) return;
  run.seen[place].add(value);
  for (const [key, child, inList = false] of childrenOf(value, at)) {
    const name = run.names.inContainer(key);
    walk(child, { name, place: childPlace(key, child, place, run.names), depth: depth + 1, inList }, run);
  }
}

function childPlace(key: string, value: unknown, place: Place, names: SecretNames): Place {
  if (place === 'secret') return place;
  const name = names.inContainer(key);
  if (names.isContainer(name) && (typeof value === 'object' || parsed(value) !== undefined)) return 'credentials';
  if (names.isSecret(name)) return 'secret';
  return name === key ? place : 'credentials';
}

/**
 * The fields. The value of a `{key, value}` or `{name, value}` pair is named by its key, the items of a list by the
 * name of the list, and the argument after `--password` in a command by that option.
 */
function childrenOf(value: object, { name, place, inList }: At): (readonly [string, unknown, inList?: boolean])[] {
  try {
    if (Array.isArray(value))
      return value.map((item: unknown, index) => [flagBefore(value, index) ?? name, item, true]);
    if (Object.prototype.toString.call(value) === '[object Map]') {
      return [...(value as Map<unknown, unknown>)].map(([key, child]) => [String(key), child]);
    }
    const keyField = Object.hasOwn(value, 'value') ? keyFieldOf(value) : undefined;
    if (keyField === undefined) return Object.keys(value).map((key) => [key, readField(value, key)]);
    // The key of a pair is a name: hiding it everywhere would remove `authType` from all messages.
    const isNamed = inList === true && place === 'credentials';
    const fields = Object.keys(value).filter((key) => !(isNamed && key === keyField));
    return fields.map((key) => [key === 'value' ? String(readField(value, keyField)) : key, readField(value, key)]);
  } catch {
    // A proxy that throws: its content can't be sent or shown either.
    return [];
  }
}

function keyFieldOf(value: object): 'key' | 'name' | undefined {
  if (typeof readField(value, 'key') === 'string') return 'key';
  return typeof readField(value, 'name') === 'string' ? 'name' : undefined;
}

function flagBefore(list: readonly unknown[], index: number): string | undefined {
  const [before, item] = [list[index - 1], list[index]];
  if (typeof before !== 'string' || !/^--(?!no-)\w/.test(before)) return undefined;
  return typeof item === 'string' && item.startsWith('-') ? undefined : before;
}

function readField(value: object, field: string): unknown {
  try {
    return (value as Record<string, unknown>)[field];
  } catch {
    // A getter that throws has nothing to hide.
    return undefined;
  }
}

function learnText(text: string, at: At, run: Walk): void {
  learnUrl(text, run);
  if (at.place === 'anywhere') return;
  const inside = parsed(text);
  if (inside !== undefined) return walk(inside, { ...at, depth: at.depth + 1 }, run);
  if (at.place === 'credentials' && !run.names.isSecret(at.name)) {
    // A database is hidden where it is used; hiding it everywhere would hide what failed.
    if (run.isReported || !run.names.isPlain(at.name)) run.onSecret(text, 'beside');
    return;
  }
  if (/cookie$/i.test(at.name)) return learnCookies(text, run);
  learnAuthorization(text, run);
}

/** The object in a JSON string, such as `extra` or a service account. */
function parsed(value: unknown): object | undefined {
  if (typeof value !== 'string' || !/^\s*[[{]/.test(value)) return undefined;
  try {
    return parseJson(value) as object;
  } catch {
    // Not JSON: a string that starts with a bracket.
    return undefined;
  }
}

/** The password of a URL is a secret under any name. */
function learnUrl(text: string, { onSecret }: Walk): void {
  if (!text.includes('://')) return;
  const password = /^[a-z][a-z\d+.:-]{0,40}:\/\/[^/?#@\s:]*:([^/?#\s]+)@/i.exec(text)?.[1];
  if (password === undefined) return;
  onSecret(password, 'named');
}

function learnCookies(text: string, { onSecret }: Walk): void {
  onSecret(text, 'named');
  for (const cookie of text.split(';')) {
    const value = cookie.slice(cookie.indexOf('=') + 1).trim();
    if (value.length >= 8) onSecret(value, 'beside');
  }
}

/** `Bearer <token>`: the token; `Basic <user:password>`: the password too. */
function learnAuthorization(text: string, { onSecret }: Walk): void {
  const [, scheme = '', token = text] = /^(Bearer|Basic|Token|Negotiate|ApiKey)\s+(\S.*)$/is.exec(text) ?? [];
  onSecret(token, 'named');
  if (scheme.toLowerCase() !== 'basic') return;
  const [, password] = /^[^:]*:(.*)$/s.exec(Buffer.from(token, 'base64').toString()) ?? [];
  if (password !== undefined) onSecret(password, 'named');
}
