/** What stands in the place of a secret. It holds nothing that JSON, XML, a URL or a shell would have to escape. */
export const MARK = '[redacted]';

/** What is shown of a value that stands under a secret name: what is empty or a yes or no explains failures, and tells nothing. */
export function showsNothing(value: unknown): boolean {
  return value === null || value === undefined || value === '' || typeof value === 'boolean' || value === MARK;
}
