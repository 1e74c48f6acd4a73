import type { Json } from '../../json/json';
import type { CallableCheck, InnerCheck } from '../checks/check';
import { checkProblem } from '../checks/check-problem';
import { toPredicate } from '../checks/to-predicate';
import { everyYes, judge, someYes } from '../judge';
import { denies } from '../values/deep-equal';
import { childLine, failingLines, readChildren } from './children';
import { definePredicate, markFactories, type Predicate, type PredicateOptions } from './predicate';

/** The arguments of a combination: predicates and functions, and options as the last argument. */
export type ChildOrOptions<Value> = CallableCheck<Value> | (PredicateOptions & { readonly explain?: never });

/** The type of the values that a combination checks. */
export type TestedBy<Child> = Child extends (value: infer Value) => boolean ? Value : never;

/**
 * All of the checks pass.
 *
 * @example
 * 'data.version': allOf(isString(), matches(/^\d/), { description: 'a version' })
 */
export function allOf<Children extends readonly ChildOrOptions<Json>[]>(
  ...children: Children
): Predicate<TestedBy<Children[number]>> {
  const { predicates, options, problem } = readChildren(children);
  return definePredicate({
    factory: allOf,
    options,
    problem,
    acceptsMissing: predicates.every((child) => child.acceptsMissing),
    describe: () => predicates.map((child) => childLine(child)).join(' and '),
    test: (value) => everyYes(predicates, (child) => child(value)),
    explain: (value) =>
      failingLines(predicates, value)
        .map((line) => `not ${line}`)
        .join('\n'),
  });
}

/**
 * At least one of the checks passes.
 *
 * @example
 * 'data.message': anyOf(isNull(), isString())
 */
export function anyOf<Children extends readonly ChildOrOptions<Json>[]>(
  ...children: Children
): Predicate<TestedBy<Children[number]>> {
  const { predicates, options, problem } = readChildren(children);
  return definePredicate({
    factory: anyOf,
    options,
    problem,
    acceptsMissing: predicates.some((child) => child.acceptsMissing),
    describe: () => predicates.map((child) => childLine(child)).join(' or '),
    test: (value) => someYes(predicates, (child) => child(value)),
    explain: (value) =>
      failingLines(predicates, value)
        .map((line) => `not ${line}`)
        .join('\n'),
  });
}

/**
 * None of the checks passes. A missing path and a check that throws fail.
 *
 * @example
 * 'data.host': noneOf(startsWith('localhost'), startsWith('127.'))
 */
export function noneOf<Children extends readonly ChildOrOptions<Json>[]>(
  ...children: Children
): Predicate<TestedBy<Children[number]>> {
  const { predicates, options, problem } = readChildren(children);
  return definePredicate({
    factory: noneOf,
    options,
    problem,
    describe: () => `none of: ${predicates.map((child) => childLine(child)).join('; ')}`,
    test: (value) => denies(() => someYes(predicates, (child) => child(value))),
    explain: (value) =>
      predicates
        .filter((child) => !denies(() => judge(child, value).passed))
        .map((child) => `it is ${childLine(child)}`)
        .join('\n'),
  });
}

/**
 * Missing, or the check passes. `null` isn't missing.
 *
 * @example
 * 'data.warning': optional(isString())
 */
export function optional<Value = Json>(check: InnerCheck<Value>, options?: PredicateOptions): Predicate<Value> {
  const child = toPredicate(check);
  return definePredicate({
    factory: optional,
    options,
    problem: checkProblem(check),
    acceptsMissing: true,
    describe: () => `nothing, or ${childLine(child)}`,
    test: (value) => child(value),
    explain: (value) => judge(child, value).reason,
  });
}

markFactories(allOf, anyOf, noneOf, optional);
