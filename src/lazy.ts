import type { ApiResponse } from './api-response';
import type { Json } from './json/json';

const LAZY = Symbol.for('jest-connector.lazy');

/** What a lazy's function is given. */
export interface LazyInput<Context = unknown> {
  /** The block's context: what `setupTestEnvironment` put there. */
  readonly context: Context;
  /** The answers of the scenarios that this one `needs`, by their names, as they came; another name throws. */
  readonly results: NeededResults;
}

/** What a scenario gives to those that need it. */
export interface NeededResponse extends ApiResponse {
  /** The end of its workflow, if it waited for it. */
  readonly workflow?: {
    readonly status: string;
    readonly durationMs: number;
    readonly result?: Json;
    readonly error?: string;
  };
}

/** The answers of needed scenarios, by the scenarios' names. */
export type NeededResults = Readonly<Record<string, NeededResponse>>;

/** A value that is made when a scenario runs; see {@link lazy}. */
export interface Lazy<Value = unknown> {
  readonly [LAZY]: true;
  /** What `lazy` was given; validation sees here that it is no function. */
  readonly make: unknown;
  resolve(input: LazyInput<object>): Promise<Value>;
}

/**
 * Puts off a value until a scenario needs it, so that environment variables, tokens and generated names are read when
 * the test runs and not when the file is loaded.
 *
 * The function may be sync or async. It runs once in a test file and its value is kept; one that takes
 * `({ context })` runs once in a block, one that looks at `results` once in each scenario. A failure is not kept: the next scenario tries again.
 * A lazy may stand for the whole `args`, or at any depth inside.
 *
 * @example
 * args: lazy(() => ({ credentials: { username: process.env.DB_USER, password: process.env.DB_PASSWORD } }))
 * @example
 * args: { connection: { name: lazy(({ context }) => context.connectionName) } }
 * @example
 * needs: ['workflow_extraction'],
 * args: lazy(({ results }) => ({ workflow_id: results.workflow_extraction.body.data.workflow_id }))
 */
// The context's type is the block's; a lazy is written away from its block, so it names the type itself if it wants one.
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export function lazy<Value, Context = any>(
  make: (input: LazyInput<Context>) => Value | Promise<Value>,
): Lazy<Awaited<Value>> {
  const values = new LazyValues(make);
  return { [LAZY]: true, make, resolve: (asked) => values.of(asked) as Promise<Awaited<Value>> };
}

/** A value that a lazy makes, or has made. */
interface Made<Value> {
  readonly value: Promise<Value>;
  /** The results of the scenario that asked for it first. */
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
    // Another scenario is making it. Only the end shows whether it's for all of them, and a failure is that scenario's.
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
    // What was made of a block's context is that block's, what was made of a scenario's results that scenario's.
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
