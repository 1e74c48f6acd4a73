import { InvalidRequest } from './errors';

/** Any JSON object. */
export type JsonObject = Record<string, unknown>;

/** Whether `value` is an object with keys. */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Parses a body as JSON, whatever its value is; anything else is refused with 422. */
export function readJson(body: unknown): unknown {
  try {
    return JSON.parse(String(body ?? ''));
  } catch {
    throw new InvalidRequest([]);
  }
}

/** Parses a body as a JSON object; anything else is refused with 422. */
export function readObject(body: unknown): JsonObject {
  const value = readJson(body);
  if (!isObject(value)) throw new InvalidRequest([]);
  return value;
}
