const REGISTRY = Symbol.for('jest-connector.secrets');

/** All marked values, behind functions: a debug print of the global object shows none of them. */
interface Registry {
  add(value: unknown): void;
  /** The marked values, without the first `start`. */
  since(start: number): readonly unknown[];
  count(): number;
}

/**
 * Marks a value as a secret and returns it unchanged. Everything this package prints, throws or writes contains
 * `[redacted]` in its place, also for its URL-encoded, Base64 and JSON-escaped forms.
 *
 * Use it for values that no name gives away. Values under `credentials` and under names such as `password` are hidden
 * without it. It works for strings, numbers and everything in an object or array. A value with fewer than four
 * characters, or an ordinary word (`admin`, `true`), isn't hidden, because that would make messages unreadable.
 *
 * @example
 * args: lazy(() => ({ tenant: secret(process.env.TENANT), host: 'localhost' }))
 */
export function secret<Value>(value: Value): Value {
  registry().add(value);
  return value;
}

/** The values marked with {@link secret} by any copy of this package, without the first `start`. */
export function markedSince(start: number): readonly unknown[] {
  const known = registry();
  return known.count() > start ? known.since(start) : [];
}

function registry(): Registry {
  const holder = globalThis as { [REGISTRY]?: Registry };
  const known = holder[REGISTRY];
  if (known) return known;
  const made = createRegistry();
  Object.defineProperty(holder, REGISTRY, { value: made, configurable: true });
  return made;
}

function createRegistry(): Registry {
  const values = new Set<unknown>();
  const inOrder: unknown[] = [];
  return {
    add(value) {
      if (values.has(value)) return;
      values.add(value);
      inOrder.push(value);
    },
    since: (start) => inOrder.slice(start),
    count: () => inOrder.length,
  };
}
