/** What replaces a secret. It needs no escaping in JSON, XML, a URL or a shell. */
export const MARK = '[redacted]';

/**
 * Whether a value under a secret name may be shown: empty values and booleans help to explain a failure and reveal
 * nothing.
 */
export function showsNothing(value: unknown): boolean {
  return value === null || value === undefined || value === '' || typeof value === 'boolean' || value === MARK;
}
