import { ConnectorTestError } from '../errors';
import { HALF_CHARACTER } from '../json/half-character';

/** `value` as one encoded segment of a URL's path; `field` names it in the error. */
export function pathSegment(field: string, value: unknown): string {
  const isScalar = Number.isFinite(value) || typeof value === 'bigint' || typeof value === 'boolean';
  const text = isScalar ? String(value) : value;
  if (typeof text === 'string' && isSegment(text)) return encodeURIComponent(text);
  throw new ConnectorTestError('INVALID_ARGS', {
    what: `${field} is ${describe(text)}; it is a part of the URL's path, and nothing was sent.`,
    fix: `give ${field} as a string that is not empty (nor "." or ".."), of whole characters.`,
  });
}

function isSegment(text: string): boolean {
  return !['', '.', '..'].includes(text) && !HALF_CHARACTER.test(text);
}

function describe(value: unknown): string {
  if (value === undefined) return 'missing';
  if (typeof value === 'string') return JSON.stringify(value);
  if (value === null) return 'null';
  return Array.isArray(value) ? 'an array' : `of type ${typeof value}`;
}
