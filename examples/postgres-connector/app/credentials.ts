import type { CredentialPair } from './field-reader';
import { isObject, type JsonObject } from './json-body';

/** Credentials by name, all of them text. */
export type Credentials = Readonly<Record<string, string>>;

const SIGNS_OF_FLAT_CREDENTIALS = ['host', 'port', 'authType', 'username', 'password', 'connectorType', 'extra'];
const OTHER_FIELDS = [
  'entrypoint',
  'metadata',
  'connection_config',
  'checks_to_run',
  'timeout_seconds',
  'object_filter',
];

/** Brings the older forms, `{credentials: {…}}` and credentials beside the other fields, into the list of pairs. */
export function normalizeCredentials(body: JsonObject): JsonObject {
  if (isObject(body.credentials)) return { ...body, credentials: toPairs(body.credentials) };
  if (body.credentials !== undefined || !SIGNS_OF_FLAT_CREDENTIALS.some((field) => field in body)) return body;
  const flat = Object.fromEntries(Object.entries(body).filter(([field]) => !OTHER_FIELDS.includes(field)));
  return { ...body, credentials: toPairs(flat) };
}

/** Pairs → credentials by name. */
export function fromPairs(pairs: readonly CredentialPair[]): Credentials {
  return Object.fromEntries(pairs.map(({ key, value }) => [key, value]));
}

/** Any object → pairs of text; `extra` becomes `extra.<name>`, and what is null is left out. */
export function toPairs(flat: JsonObject, prefix = ''): CredentialPair[] {
  return Object.entries(flat).flatMap(([key, value]) => {
    if (value === null) return [];
    if (key === 'extra' && isObject(value)) return toPairs(value, 'extra.');
    return [{ key: prefix + key, value: typeof value === 'string' ? value : JSON.stringify(value) }];
  });
}
