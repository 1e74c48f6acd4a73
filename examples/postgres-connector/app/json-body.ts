import { InvalidRequest, UnreadableBody } from './errors';

/** Any JSON object. */
export type JsonObject = Record<string, unknown>;

/** Whether `value` is an object with keys. */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The JSON of a body, whatever it is. */
export function readJson(body: unknown): unknown {
  try {
    return JSON.parse(String(body ?? ''));
  } catch {
    throw new UnreadableBody('The body is not JSON.');
  }
}

/** The JSON object of a body; the handler's routes answer 422 to anything else. */
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
