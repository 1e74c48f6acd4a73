/** Shorter lists are not cached, because listing them is fast. */
const MANY = 10_000;

let isKeeping = false;
let kept: WeakMap<object, readonly string[]> | undefined;
const latest = new WeakMap<object, readonly string[]>();

/**
 * The keys of `value`. Long lists are cached while a check runs: listing a million keys takes longer than comparing them,
 * and equality, the search for differences and the printer each need them.
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

/** The keys of `value` for a message; a long list may be cached. Use {@link keysOf} for results of checks. */
export function shownKeysOf(value: object): readonly string[] {
  return latest.get(value) ?? keysOf(value);
}

/** Runs `work`, which must not change the values that it reads. */
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
