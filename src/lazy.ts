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
  const values = new LazyValues(make);
  return { [LAZY]: true, make, resolve: (asked) => values.of(asked) as Promise<Awaited<Value>> };
}

/** A value that a lazy is computing, or has computed. */
interface Made<Value> {
  readonly value: Promise<Value>;
  /** The results of the scenario that requested it first. */
  readonly asker: object;
  isSettled: boolean;
}

/** The values of one lazy: for all scenarios, by their block's context, or by their results. */
class LazyValues<Value, Context> {
  readonly #make: (input: LazyInput<Context>) => Value | Promise<Value>;
  readonly #kept = new WeakMap<object, Made<Value>>();
  readonly #forAll = {};

  constructor(make: (input: LazyInput<Context>) => Value | Promise<Value>) {
    this.#make = make;
  }

  of(asked: LazyInput<object>): Promise<Value> {
    const { context, results } = asked;
    const owners = [this.#forAll, context, results];
    const made = owners.map((owner) => this.#kept.get(owner)).find((each) => each !== undefined) ?? this.#run(asked);
    if (made.isSettled || made.asker === results) return made.value;
    // Another scenario is computing it. Only at the end is it known whether it's for all of them, and a failure belongs
    // to that scenario only.
    const isShared = (): boolean => [this.#forAll, context].some((owner) => this.#kept.get(owner) === made);
    return made.value.then(
      (value) => (isShared() ? value : this.#run(asked).value),
      () => this.#run(asked).value,
    );
  }

  #run({ context, results }: LazyInput<object>): Made<Value> {
    const make = this.#make;
    const forget = (owner: object): void => {
      if (this.#kept.get(owner) === made) this.#kept.delete(owner);
    };
    // A value computed from a block's context belongs to the block; one computed from a scenario's results, to the
    // scenario.
    const keepFor = (owner: object): void => {
      forget(this.#forAll);
      if (owner === results) forget(context);
      if (!this.#kept.has(results)) this.#kept.set(owner, made);
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
    const made: Made<Value> = { value: Promise.resolve().then(() => make(input)), asker: results, isSettled: false };
    this.#kept.set(typeof make === 'function' && make.length > 0 ? context : this.#forAll, made);
    made.value.then(
      () => (made.isSettled = true),
      () => [this.#forAll, context, results].forEach(forget),
    );
    return made;
  }
}

/** Whether `value` was made by {@link lazy}. */
export function isLazy(value: unknown): value is Lazy {
  return typeof value === 'object' && value !== null && LAZY in value;
}
