/** A value with a size: a string, an array, or an object. */
export type Container = string | object;

/** The number of characters, items or keys in `value`; `undefined` for other values. */
export function sizeOf(value: unknown): number | undefined {
  if (typeof value === 'string') return charactersOf(value);
  if (Array.isArray(value)) return value.length;
  return typeof value === 'object' && value !== null ? Object.keys(value).length : undefined;
}

/** Code points: an emoji is one character, not two. */
function charactersOf(text: string): number {
  // Most strings contain none of these, so they needn't be iterated.
  return /[\ud800-\udbff]/.test(text) ? text.length - pairsIn(text) : text.length;
}

function pairsIn(text: string): number {
  let pairs = 0;
  for (let index = 0; index < text.length; index += 1) {
    if ((text.codePointAt(index) as number) > 0xffff) pairs += 1;
  }
  return pairs;
}

/** The unit that `sizeOf` counts in `value`. */
export function partName(value: unknown): string {
  if (typeof value === 'string') return 'character';
  return Array.isArray(value) ? 'item' : 'key';
}

/** Whether `value` is an array or object without parts. */
export function isEmptyContainer(value: unknown): boolean {
  return typeof value === 'object' && sizeOf(value) === 0;
}
