import { ConnectorTestError } from '../errors';

/** `value` as one encoded segment of a URL's path; `field` names it in the error. */
export function pathSegment(field: string, value: unknown): string {
  const text = ['number', 'bigint', 'boolean'].includes(typeof value) ? String(value) : value;
  if (typeof text === 'string' && text !== '' && text !== '.' && text !== '..') return encodeURIComponent(text);
  throw new ConnectorTestError('INVALID_ARGS', {
    what: `${field} is ${describe(text)}; it is a part of the URL's path, and nothing was sent.`,
    fix: `give ${field} as a string that is not empty (nor "." or "..").`,
  });
}

function describe(value: unknown): string {
  if (value === undefined) return 'missing';
  if (typeof value === 'string') return JSON.stringify(value);
  return value === null ? 'null' : `${Array.isArray(value) ? 'an array' : `of type ${typeof value}`}`;
}
