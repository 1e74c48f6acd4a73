/** To list the keys of fewer takes no time. */
const MANY = 10_000;

let isKeeping = false;
let kept: WeakMap<object, readonly string[]> | undefined;
const latest = new WeakMap<object, readonly string[]>();

/**
 * The keys of `value`. Long lists are kept while a check runs: to list a million keys takes longer than to compare them,
 * and equality, the search for what differs and the printer each need them.
 */
export function keysOf(value: object): readonly string[] {
  const known = kept?.get(value);
  if (known !== undefined) return known;
  const keys = Object.keys(value);
  if (keys.length <= MANY) return keys;
  latest.set(value, keys);
  if (isKeeping) (kept ??= new WeakMap()).set(value, keys);
  return keys;
}

/** The keys of `value` for a message: of a long list those that were read last. A verdict needs {@link keysOf}. */
export function shownKeysOf(value: object): readonly string[] {
  return latest.get(value) ?? keysOf(value);
}

/** Runs `work`, which changes none of the values that it looks at. */
export function keepingKeyLists<Value>(work: () => Value): Value {
  if (isKeeping) return work();
  isKeeping = true;
  try {
    return work();
  } finally {
    isKeeping = false;
    kept = undefined;
  }
}
