import { ConnectorTestError } from '../errors';
import { jsonText } from '../json/exact-json';
import { isRecord } from '../validation/shape';

/** One credential of the server's list. */
export interface CredentialPair {
  readonly key: string;
  readonly value: string;
}

const EXTRA = 'extra';

/**
 * Converts flat credentials to the server's list. Numbers and booleans become strings, the fields of a nested `extra`
 * become `extra.<name>`, other objects become JSON, and `null` is left out. Anything that isn't an object is returned
 * unchanged, so that a negative test can send anything.
 */
export function toPairs(credentials: unknown): unknown {
  if (!isRecord(credentials)) return credentials;
  const pairs: CredentialPair[] = [];
  for (const key of Object.keys(credentials)) {
    const value = credentials[key];
    if (key !== EXTRA || !isRecord(value)) addPair(pairs, key, value);
    else for (const name of Object.keys(value)) addPair(pairs, `${EXTRA}.${name}`, value[name]);
  }
  return pairs;
}

function addPair(pairs: CredentialPair[], key: string, value: unknown): void {
  if (value === null) return;
  const text = typeof value === 'object' ? jsonText(value) : value;
  if (text === undefined || typeof text === 'function' || typeof text === 'symbol') {
    throw new ConnectorTestError('INVALID_ARGS', {
      what: `credentials.${key} is ${text === undefined ? 'undefined' : `a ${typeof text}`}; nothing was sent.`,
      why: 'it would be left out silently, and the server would reject the request for the wrong reason.',
      fix: 'check that its environment variable is set; use `null` to leave it out on purpose.',
    });
  }
  pairs.push({ key, value: String(text) });
}

/** Converts the server's list back to flat credentials, with `extra` nested; anything but a list or object: `undefined`. */
export function toFlat(credentials: unknown): Readonly<Record<string, unknown>> | undefined {
  if (isRecord(credentials)) return credentials;
  if (!Array.isArray(credentials) || !credentials.every(isPair)) return undefined;
  const flat: Record<string, unknown> = {};
  const extra: Record<string, unknown> = {};
  for (const { key, value } of credentials) {
    if (key.startsWith(`${EXTRA}.`)) extra[key.slice(EXTRA.length + 1)] = value;
    else flat[key] = value;
  }
  return Object.keys(extra).length > 0 && !(EXTRA in flat) ? { ...flat, [EXTRA]: extra } : flat;
}

function isPair(value: unknown): value is CredentialPair {
  return isRecord(value) && typeof value['key'] === 'string' && typeof value['value'] === 'string';
}
