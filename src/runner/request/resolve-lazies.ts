import { isLazy, type LazyInput } from '../../lazy';

/** Deeper values can't be sent anyway; see `sendableCopy`. */
const DEEPEST = 1_000;

/**
 * Returns `value` with every lazy in it, at any depth, replaced by its result. The value itself isn't changed; one without
 * lazies is returned as is. Unreadable parts stay in place: sending the value rejects them.
 */
export async function resolveLazies(
  value: unknown,
  input: LazyInput<object>,
  parents: readonly unknown[] = [],
): Promise<unknown> {
  if (!hasLazy(value) || parents.includes(value)) return value;
  if (isLazy(value)) return resolveLazies(await value.resolve(input), input, parents);
  const inside = [...parents, value];
  const resolved = fieldsOf(value as object)
    .filter(([, item]) => hasLazy(item))
    .map(async ([key, item]) => [key, await resolveLazies(item, input, inside)] as const);
  return copyWith(value as object, await Promise.all(resolved));
}

/** Whether there is a lazy in `value`, at any depth. */
export function hasLazy(value: unknown, parents: object[] = []): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const depth = parents.length;
  try {
    if (isLazy(value)) return true;
    if (!isPlain(value) || depth > DEEPEST || parents.includes(value)) return false;
    parents.push(value);
    return Object.values(value).some((item) => hasLazy(item, parents));
  } catch {
    // A getter or a proxy that throws is rejected when the value is sent.
    return false;
  } finally {
    parents.length = depth;
  }
}

/** Only arrays and plain objects are traversed; a Date, a Map or a Buffer is a value. */
function isPlain(value: unknown): value is object {
  return Array.isArray(value) || Object.prototype.toString.call(value) === '[object Object]';
}

/** Getters are not called: they may throw, and lazies are in data properties. */
function fieldsOf(value: object): [string, unknown][] {
  return Object.entries(Object.getOwnPropertyDescriptors(value))
    .filter(([, { enumerable }]) => enumerable)
    .map(([key, { value: item }]) => [key, item as unknown]);
}

/** Everything else stays, including symbols, holes and the prototype: a later check finds what JSON would drop. */
function copyWith(original: object, resolved: readonly (readonly [string, unknown])[]): object {
  const copy = Array.isArray(original)
    ? []
    : (Object.create(Object.getPrototypeOf(original) as object | null) as object);
  Object.defineProperties(copy, Object.getOwnPropertyDescriptors(original));
  for (const [key, value] of resolved) {
    Object.defineProperty(copy, key, { value, enumerable: true, configurable: true, writable: true });
  }
  return copy;
}
