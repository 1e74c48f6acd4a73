import type { JsonValue } from '../../json/json';
import type { Predicate } from '../predicates/predicate';

/** Anything with Jest's asymmetric protocol, such as `expect.stringContaining('x')`. */
export interface AsymmetricMatcherLike {
  asymmetricMatch(other: unknown): boolean;
}

/** A bare check function; with `description?: never`, a predicate of another type isn't assignable. */
export type CheckFunction<Value> = ((value: Value) => boolean) & { readonly description?: never };

/** A predicate or a bare function. */
export type CallableCheck<Value> = Predicate<Value> | CheckFunction<Value>;

/**
 * A check of a path: a predicate, a function `value => boolean`, a Jest asymmetric matcher, or a plain value (deep
 * equality). `Check<any>` is the check of a path whose type is unknown.
 */
export type Check<Value> =
  Predicate<Value> | CheckFunction<Value> | AsymmetricMatcherLike | (0 extends 1 & Value ? JsonValue : Value);

/** A check inside another check. A plain value is any JSON here, so a function is never mistaken for one. */
export type InnerCheck<Value> = CallableCheck<Value> | AsymmetricMatcherLike | JsonValue;
