import type { ApiResponse } from './api-response';
import type { Json } from './json/json';

const LAZY = Symbol.for('jest-connector.lazy');

/** The argument of a lazy's function. */
export interface LazyInput<Context = unknown> {
  /** The block's context, as `setupTestEnvironment` filled it. */
  readonly context: Context;
  /** The responses of the scenarios in `needs`, by name. Any other name throws. */
  readonly results: NeededResults;
}

/** The response of a needed scenario. */
export interface NeededResponse extends ApiResponse {
  /** How its workflow ended, if the scenario waited for it. */
  readonly workflow?: {
    readonly status: string;
    readonly durationMs: number;
    readonly result?: Json;
    readonly error?: string;
  };
}

/** The responses of needed scenarios, by scenario name. */
export type NeededResults = Readonly<Record<string, NeededResponse>>;

/** A value that is computed when a scenario runs; see {@link lazy}. */
export interface Lazy<Value = unknown> {
  readonly [LAZY]: true;
  /** The argument of `lazy`; validation checks here that it is a function. */
  readonly make: unknown;
  resolve(input: LazyInput<object>): Promise<Value>;
}

/**
 * Computes a value when a scenario runs, not when the file is loaded. Use it for environment variables, tokens and
 * generated names.
 *
 * The function may be async. It runs once per test file and its value is cached. A function that uses `context` runs
 * once per block; one that uses `results` runs once per scenario. A failure isn't cached: the next scenario tries
 * again. A lazy can be the whole `args`, or be nested in it at any depth.
 *
 * @example
 * args: lazy(() => ({ credentials: { username: process.env.DB_USER, password: process.env.DB_PASSWORD } }))
 * @example
 * args: { connection: { name: lazy(({ context }) => context.connectionName) } }
 * @example
 * needs: ['workflow_extraction'],
 * args: lazy(({ results }) => ({ workflow_id: results.workflow_extraction.body.data.workflow_id }))
 */
// The context's type belongs to the block. A lazy is declared outside its block, so it must name the type if it needs it.
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export function lazy<Value, Context = any>(
  make: (input: LazyInput<Context>) => Value | Promise<Value>,
): Lazy<Awaited<Value>> {
  const kept = new WeakMap<object, Promise<Value>>();
  const forAll = {};

  return {
    [LAZY]: true,
    make,
    resolve({ context, results }) {
      const known = kept.get(forAll) ?? kept.get(context) ?? kept.get(results);
      if (known) return known as Promise<Awaited<Value>>;
      // A value computed from a block's context is cached for that block, one from a scenario's results for that scenario.
      const keepFor = (owner: object): void => {
        kept.delete(forAll);
        if (owner === results) kept.delete(context);
        if (!kept.has(results)) kept.set(owner, made);
      };
      const input = {
        get context() {
          keepFor(context);
          return context as Context;
        },
        get results() {
          keepFor(results);
          return results;
        },
      };
      const made = Promise.resolve().then(() => make(input));
      kept.set(typeof make === 'function' && make.length > 0 ? context : forAll, made);
      made.catch(() => [forAll, context, results].forEach((owner) => kept.delete(owner)));
      return made as Promise<Awaited<Value>>;
    },
  };
}

/** Whether `value` was made by {@link lazy}. */
export function isLazy(value: unknown): value is Lazy {
  return typeof value === 'object' && value !== null && LAZY in value;
}
