import type { JsonValue } from '../../json/json';
import type { Predicate } from '../predicates/predicate';

/** Anything with Jest's asymmetric protocol, such as `expect.stringContaining('x')`. */
export interface AsymmetricMatcherLike {
  asymmetricMatch(other: unknown): boolean;
}

/** A bare check function; `description?: never` keeps a predicate of another type from passing for one. */
export type CheckFunction<Value> = ((value: Value) => boolean) & { readonly description?: never };

/** A predicate or a bare function. */
export type CallableCheck<Value> = Predicate<Value> | CheckFunction<Value>;

/**
 * What can stand behind a path: a predicate, a function `value => boolean`, a Jest asymmetric matcher, or a plain value
 * (deep equality). `Check<any>` is what stands behind a path of which nothing is known.
 */
export type Check<Value> =
  Predicate<Value> | CheckFunction<Value> | AsymmetricMatcherLike | (0 extends 1 & Value ? JsonValue : Value);

/** A check inside another: a plain value is any JSON here, so that a function is never taken for one. */
export type InnerCheck<Value> = CallableCheck<Value> | AsymmetricMatcherLike | JsonValue;
