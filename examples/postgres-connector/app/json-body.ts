import { InvalidRequest, UnreadableBody } from './errors';

/** Any JSON object. */
export type JsonObject = Record<string, unknown>;

/** Whether `value` is an object with keys. */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Parses a body as any JSON value. */
export function readJson(body: unknown): unknown {
  try {
    return JSON.parse(String(body ?? ''));
  } catch {
    throw new UnreadableBody('The body is not JSON.');
  }
}

/** Parses a body as a JSON object; the handler's routes return 422 for anything else. */
export function readContractBody(body: unknown): JsonObject {
  let value: unknown;
  try {
    value = readJson(body);
  } catch {
    throw new InvalidRequest([]);
  }
  if (!isObject(value)) throw new InvalidRequest([]);
  return value;
}
