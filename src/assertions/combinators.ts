import type { Json } from '../json';
import type { CallableCheck, InnerCheck } from './check';
import { checkProblem } from './check-problem';
import { childLine, failingLines, readChildren } from './children';
import { definePredicate, markFactories, type Predicate, type PredicateOptions } from './predicate';
import { toPredicate } from './to-predicate';
import { holds, judge } from './judge';

/** What combinators take: predicates and functions, so that the `{ description }` behind them cannot be mistaken. */
export type ChildOrOptions<Value> = CallableCheck<Value> | (PredicateOptions & { readonly explain?: never });

/**
 * All of them hold.
 *
 * @example
 * 'data.version': allOf(isString(), matches(/^\d/), { description: 'a version' })
 */
export function allOf<Value = Json>(...children: readonly ChildOrOptions<Value>[]): Predicate<Value> {
  const { predicates, options, problem } = readChildren(children);
  return definePredicate({
    factory: allOf,
    options,
    problem,
    acceptsMissing: predicates.every((child) => child.acceptsMissing),
    describe: () => predicates.map((child) => childLine(child)).join(' and '),
    test: (value) => predicates.every((child) => holds(child, value)),
    explain: (value) =>
      failingLines(predicates, value)
        .map((line) => `not ${line}`)
        .join('\n'),
  });
}

/** At least one of them holds. */
export function anyOf<Value = Json>(...children: readonly ChildOrOptions<Value>[]): Predicate<Value> {
  const { predicates, options, problem } = readChildren(children);
  return definePredicate({
    factory: anyOf,
    options,
    problem,
    acceptsMissing: predicates.some((child) => child.acceptsMissing),
    describe: () => predicates.map((child) => childLine(child)).join(' or '),
    test: (value) => predicates.some((child) => holds(child, value)),
    explain: (value) =>
      failingLines(predicates, value)
        .map((line) => `not ${line}`)
        .join('\n'),
  });
}

/** None of them holds; one that throws, and a path that leads nowhere, fail it. */
export function noneOf<Value = Json>(...children: readonly ChildOrOptions<Value>[]): Predicate<Value> {
  const { predicates, options, problem } = readChildren(children);
  return definePredicate({
    factory: noneOf,
    options,
    problem,
    describe: () => `none of: ${predicates.map((child) => childLine(child)).join('; ')}`,
    // A throw must not pass for a no, so the children are called bare.
    test: (value) => !predicates.some((child) => child(value)),
    explain: (value) =>
      predicates
        .filter((child) => child(value))
        .map((child) => `it is ${childLine(child)}`)
        .join('\n'),
  });
}

/** Not there, or such that the check holds; `null` is there. */
export function optional<Value = Json>(check: InnerCheck<Value>, options?: PredicateOptions): Predicate<Value> {
  const child = toPredicate(check);
  return definePredicate({
    factory: optional,
    options,
    problem: checkProblem(check),
    acceptsMissing: true,
    describe: () => `nothing there, or ${childLine(child)}`,
    test: (value) => child(value),
    explain: (value) => judge(child, value).reason,
  });
}

markFactories(allOf, anyOf, noneOf, optional);
