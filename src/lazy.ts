const LAZY = Symbol.for('jest-connector.lazy');

/** What a lazy's function is given. */
export interface LazyInput<Context = unknown> {
  /** The block's context: what `setupTestEnvironment` put there. */
  readonly context: Context;
}

/** A value that is made when a scenario runs; see {@link lazy}. */
export interface Lazy<Value = unknown> {
  readonly [LAZY]: true;
  /** What `lazy` was given; validation sees here that it is no function. */
  readonly make: unknown;
  resolve(context: object): Promise<Value>;
}

/**
 * Puts off a value until a scenario needs it, so that environment variables, tokens and generated names are read when
 * the test runs and not when the file is loaded.
 *
 * The function may be sync or async. It runs once in a test file and its value is kept; one that takes
 * `({ context })` runs once in a block. A failure is not kept: the next scenario tries again.
 * A lazy may stand for the whole `args`, or at any depth inside.
 *
 * @example
 * args: lazy(() => ({ credentials: { username: process.env.DB_USER, password: process.env.DB_PASSWORD } }))
 * @example
 * args: { connection: { name: lazy(({ context }) => context.connectionName) } }
 */
// The context's type is the block's; a lazy is written away from its block, so it names the type itself if it wants one.
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export function lazy<Value, Context = any>(
  make: (input: LazyInput<Context>) => Value | Promise<Value>,
): Lazy<Awaited<Value>> {
  const kept = new WeakMap<object, Promise<Value>>();
  const forAll = {};

  return {
    [LAZY]: true,
    make,
    resolve(context) {
      const key = typeof make === 'function' && make.length === 0 ? forAll : context;
      const known = kept.get(key);
      if (known) return known as Promise<Awaited<Value>>;
      const made = Promise.resolve().then(() => make({ context: context as Context }));
      kept.set(key, made);
      made.catch(() => kept.delete(key));
      return made as Promise<Awaited<Value>>;
    },
  };
}

/** Whether `value` was made by {@link lazy}. */
export function isLazy(value: unknown): value is Lazy {
  return typeof value === 'object' && value !== null && LAZY in value;
}
