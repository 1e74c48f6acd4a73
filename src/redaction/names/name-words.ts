/** No name is longer. A longer one is cut to its end, because its last word says what it is. */
const LONGEST_NAME = 100;

/** The words of a name, in lower case and with hyphens: `x-api-key` for `xApiKey`, `X_API_KEY` and `x.api.key`. */
export function nameWords(name: string): string {
  return name
    .slice(-LONGEST_NAME)
    .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
    .replace(/([A-Z])([A-Z][a-z])/g, '$1-$2')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');
}

/** A name without case and separators: `apikey` for `API_KEY`. */
export function foldName(name: string): string {
  return nameWords(name).replaceAll('-', '');
}
