import { isLazy, type LazyInput } from '../../lazy';

/** What is nested deeper cannot be sent anyway; see `sendableCopy`. */
const DEEPEST = 1_000;

/**
 * Returns `value` with every lazy in it, at any depth, replaced by what it makes. The value itself is not changed; one
 * without lazies is returned as it is. What cannot be read stays, to be refused where the value is sent.
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
    // A getter or a proxy that throws: it is refused where the value is sent.
    return false;
  } finally {
    parents.length = depth;
  }
}

/** Arrays and objects of named fields are walked; a Date, a Map or a Buffer is a value. */
function isPlain(value: unknown): value is object {
  return Array.isArray(value) || Object.prototype.toString.call(value) === '[object Object]';
}

/** What getters make is not asked for: they may throw, and a lazy stands in a field. */
function fieldsOf(value: object): [string, unknown][] {
  return Object.entries(Object.getOwnPropertyDescriptors(value))
    .filter(([, { enumerable }]) => enumerable)
    .map(([key, { value: item }]) => [key, item as unknown]);
}

/** All else stays as it is, symbols, holes and the prototype too: what JSON would drop must be found later. */
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
