import { ConnectorTestError } from '../errors';
import { HALF_CHARACTER } from '../json/half-character';

/** `value` as one encoded segment of a URL's path; `field` names it in the error. */
export function pathSegment(field: string, value: unknown): string {
  const isScalar = Number.isFinite(value) || typeof value === 'bigint' || typeof value === 'boolean';
  const text = isScalar ? String(value) : value;
  if (typeof text === 'string' && isSegment(text)) return encodeURIComponent(text);
  throw new ConnectorTestError('INVALID_ARGS', {
    what: `${field} is ${describe(text)}; nothing was sent.`,
    why: "it is part of the URL's path.",
    fix: 'set it to a non-empty string other than "." and "..", without half characters (lone surrogates).',
  });
}

function isSegment(text: string): boolean {
  return !['', '.', '..'].includes(text) && !HALF_CHARACTER.test(text);
}

function describe(value: unknown): string {
  if (value === undefined) return 'missing';
  if (typeof value === 'string') return JSON.stringify(value);
  if (value === null) return 'null';
  if (typeof value === 'number') return String(value);
  return Array.isArray(value) ? 'an array' : typeof value === 'object' ? 'an object' : `a ${typeof value}`;
}
