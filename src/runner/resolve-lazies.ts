import { isLazy, type LazyInput } from '../lazy';

/**
 * Returns `value` with every lazy in it, at any depth, replaced by what it makes. The value itself is not changed; one
 * without lazies is returned as it is.
 */
export async function resolveLazies(
  value: unknown,
  input: LazyInput<object>,
  parents: readonly unknown[] = [],
): Promise<unknown> {
  if (!hasLazy(value) || parents.includes(value)) return value;
  if (isLazy(value)) return resolveLazies(await value.resolve(input), input, parents);
  const inside = [...parents, value];
  if (Array.isArray(value)) return Promise.all(value.map((item) => resolveLazies(item, input, inside)));
  const entries = Object.entries(value as object).map(
    async ([key, item]) => [key, await resolveLazies(item, input, inside)] as const,
  );
  return Object.fromEntries(await Promise.all(entries));
}

/** Whether there is a lazy in `value`, at any depth. */
export function hasLazy(value: unknown, parents: object[] = []): boolean {
  if (isLazy(value)) return true;
  if (!isPlain(value) || parents.includes(value)) return false;
  parents.push(value);
  const found = Object.values(value).some((item) => hasLazy(item, parents));
  parents.pop();
  return found;
}

/** Arrays and objects of named fields are walked; a Date, a Map or a Buffer is a value. */
function isPlain(value: unknown): value is object {
  return Array.isArray(value) || Object.prototype.toString.call(value) === '[object Object]';
}
