/**
 * A value's structure: types, and keys in their order. The items of a list count once a structure, so that lists of
 * different lengths can be alike.
 */
export function shapeOf(value: unknown): unknown {
  if (Array.isArray(value)) return distinct(value.map(shapeOf));
  if (typeof value !== 'object' || value === null) return value === null ? 'null' : typeof value;
  return Object.entries(value).map(([key, inner]) => [key, shapeOf(inner)]);
}

/** Each structure once. */
export function distinct(shapes: readonly unknown[]): unknown[] {
  return [...new Set(shapes.map((shape) => JSON.stringify(shape)))].sort().map((text) => JSON.parse(text) as unknown);
}
