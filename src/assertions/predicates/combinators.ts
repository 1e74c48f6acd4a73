import type { Json } from '../../json/json';
import type { CallableCheck, InnerCheck } from '../checks/check';
import { checkProblem } from '../checks/check-problem';
import { toPredicate } from '../checks/to-predicate';
import { everyYes, judge, someYes } from '../judge';
import { denies } from '../values/deep-equal';
import { childLine, failingLines, readChildren } from './children';
import { definePredicate, markFactories, type Predicate, type PredicateOptions } from './predicate';

/** What combinators take: predicates and functions, so that the `{ description }` behind them cannot be mistaken. */
export type ChildOrOptions<Value> = CallableCheck<Value> | (PredicateOptions & { readonly explain?: never });

/** What the children of a combination test: a path that any of them fits, the combination fits. */
export type TestedBy<Child> = Child extends (value: infer Value) => boolean ? Value : never;

/**
 * All of them hold.
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

/** At least one of them holds. */
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

/** None of them holds; one that throws, and a path that leads nowhere, fail it. */
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
