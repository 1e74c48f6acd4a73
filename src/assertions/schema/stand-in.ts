/** A value, and a copy of it without bigints for a library that does not know them. */
export interface Stand {
  readonly original: unknown;
  /** The value itself where there is no bigint in it. */
  readonly copy: unknown;
  /** The originals of the containers of the copy. */
  readonly containers: ReadonlyMap<unknown, object>;
}

/** Where something stands in a copy; no holder: it is the copy itself. */
interface Place {
  readonly holder: object | undefined;
  readonly key: string | number;
}

/** `value` with a number for each bigint, the nearest; where there are none, the value itself. */
export function standInFor(value: unknown): Stand {
  const containers = new Map<unknown, object>();
  const copy = hasBigint(value) ? copyOf(value, containers, new Map()) : value;
  return { original: value, copy, containers };
}

/** What `given`, a part of the copy, was. */
export function originalOf({ original, containers }: Stand, given: unknown, { holder, key }: Place): unknown {
  if (typeof given === 'object' && given !== null) return containers.get(given) ?? given;
  // What is no number was converted, or is the name of a field.
  if (typeof given !== 'number') return given;
  const before =
    holder === undefined ? original : (containers.get(holder) as Record<string, unknown> | undefined)?.[key];
  return typeof before === 'bigint' ? before : given;
}

/** Whether there is a bigint in `value`, however deep. */
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
    // Not by assignment: a field may be called __proto__.
    Object.defineProperty(copy, key, field);
  }
  return copy;
}
