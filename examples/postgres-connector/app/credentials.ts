import type { CredentialPair } from './field-reader';
import { isObject, type JsonObject } from './json-body';

/** Credentials by name; all values are strings. */
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

/** Converts the older forms, `{credentials: {…}}` and credentials among the other fields, to a list of pairs. */
export function normalizeCredentials(body: JsonObject): JsonObject {
  if (isObject(body.credentials)) return { ...body, credentials: toPairs(body.credentials) };
  if (body.credentials !== undefined || !SIGNS_OF_FLAT_CREDENTIALS.some((field) => field in body)) return body;
  const flat = Object.fromEntries(Object.entries(body).filter(([field]) => !OTHER_FIELDS.includes(field)));
  return { ...body, credentials: toPairs(flat) };
}

/** Converts pairs to credentials by name. */
export function fromPairs(pairs: readonly CredentialPair[]): Credentials {
  return Object.fromEntries(pairs.map(({ key, value }) => [key, value]));
}

/** Converts any object to pairs of strings. Fields of `extra` become `extra.<name>`, and null values are omitted. */
export function toPairs(flat: JsonObject, prefix = ''): CredentialPair[] {
  return Object.entries(flat).flatMap(([key, value]) => {
    if (value === null) return [];
    if (key === 'extra' && isObject(value)) return toPairs(value, 'extra.');
    return [{ key: prefix + key, value: typeof value === 'string' ? value : JSON.stringify(value) }];
  });
}
