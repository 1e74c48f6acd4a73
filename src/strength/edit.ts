/** The keys that lead to a place: names, and indexes of lists. */
export type Keys = readonly (string | number)[];

/** A copy of `root` with another value at a place; everything beside the way there is shared. */
export function withValue(root: unknown, keys: Keys, value: unknown): unknown {
  const [key, ...rest] = keys;
  if (key === undefined) return value;
  const copy = shallowCopy(root);
  copy[key] = withValue(copy[key], rest, value);
  return copy;
}

/** A copy of `root` without a place. */
export function without(root: unknown, keys: Keys): unknown {
  const [key, ...rest] = keys;
  if (key === undefined) return undefined;
  const copy = shallowCopy(root);
  if (rest.length > 0) copy[key] = without(copy[key], rest);
  else if (Array.isArray(copy)) copy.splice(Number(key), 1);
  else delete copy[key];
  return copy;
}

/** The value at a place; `undefined` if there is none. */
export function valueAt(root: unknown, keys: Keys): unknown {
  return keys.reduce<unknown>(
    (value, key) =>
      typeof value === 'object' && value !== null && Object.hasOwn(value, key)
        ? (value as Record<string | number, unknown>)[key]
        : undefined,
    root,
  );
}

function shallowCopy(value: unknown): Record<string | number, unknown> {
  // An own `__proto__` stays an own property.
  const copy = Array.isArray(value) ? [...(value as unknown[])] : { ...(value as object) };
  return copy;
}
