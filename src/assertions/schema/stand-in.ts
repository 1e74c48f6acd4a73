/** A value, and a copy of it without bigints for a library that doesn't support them. */
export interface Stand {
  readonly original: unknown;
  /** The copy, or the value itself if it contains no bigint. */
  readonly copy: unknown;
  /** Maps the containers of the copy to their originals. */
  readonly containers: ReadonlyMap<unknown, object>;
}

/** A place in a copy; without a holder it is the copy itself. */
interface Place {
  readonly holder: object | undefined;
  readonly key: string | number;
}

/** A copy with the nearest number for each bigint, or `value` itself if it contains none. */
export function standInFor(value: unknown): Stand {
  const containers = new Map<unknown, object>();
  const copy = hasBigint(value) ? copyOf(value, containers, new Map()) : value;
  return { original: value, copy, containers };
}

/** The original of `given`, a part of the copy. */
export function originalOf({ original, containers }: Stand, given: unknown, { holder, key }: Place): unknown {
  if (typeof given === 'object' && given !== null) return containers.get(given) ?? given;
  // Any other value was converted, or is the name of a field.
  if (typeof given !== 'number') return given;
  const before =
    holder === undefined ? original : (containers.get(holder) as Record<string, unknown> | undefined)?.[key];
  return typeof before === 'bigint' ? before : given;
}

/** Whether `value` contains a bigint at any depth. */
export function hasBigint(value: unknown): boolean {
  const open = [value];
  const seen = new Set<unknown>();
  while (open.length > 0) {
    const next = open.pop();
    if (typeof next === 'bigint') return true;
    if (typeof next !== 'object' || next === null || seen.has(next)) continue;
    seen.add(next);
    for (const key of Object.keys(next)) open.push((next as Record<string, unknown>)[key]);
  }
  return false;
}

function copyOf(value: unknown, containers: Map<unknown, object>, copies: Map<object, object>): unknown {
  if (typeof value === 'bigint') return Math.min(Math.max(Number(value), -Number.MAX_VALUE), Number.MAX_VALUE);
  if (typeof value !== 'object' || value === null) return value;
  const known = copies.get(value);
  if (known !== undefined) return known;
  const copy: object = Array.isArray(value) ? [] : {};
  copies.set(value, copy);
  containers.set(copy, value);
  for (const [key, item] of Object.entries(value)) {
    const field = { value: copyOf(item, containers, copies), enumerable: true, configurable: true, writable: true };
    // Not an assignment, because a field may be named __proto__.
    Object.defineProperty(copy, key, field);
  }
  return copy;
}
