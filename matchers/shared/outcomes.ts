import type { MatcherContext, SyncExpectationResult } from 'expect';
import { toPredicate } from '../../src/assertions/checks/to-predicate';
import { evaluateCheck } from '../../src/assertions/evaluate';
import type { CheckOutcome } from '../../src/assertions/outcome';
import { definePredicate, type Predicate } from '../../src/assertions/predicates/predicate';
import type { Subject } from '../../src/assertions/subject';
import { denies, withEqualityTesters } from '../../src/assertions/values/deep-equal';

/** Whether a matcher's claim is true; `undefined` means undecided: neither it nor its opposite was verified. */
export type Decision = boolean | undefined;

/** A matcher's result. An undecided claim fails, under `.not` too, because nothing was verified. */
export function resultOf({ isNot }: MatcherContext, decision: Decision, message: () => string): SyncExpectationResult {
  return { pass: decision ?? isNot ?? false, message };
}

/** Evaluates a check for a matcher, with Jest's custom equality testers. */
export function evaluateAsIs(context: MatcherContext, subject: Subject, path: string, check: unknown): CheckOutcome {
  return withEqualityTesters(context.customTesters, () => evaluateCheck(subject, path, check));
}

/**
 * Evaluates a check for `.not`: it passes if the value exists and the check returns false, at a path with `*` for every
 * item. A missing value and a check that throws fail, because neither shows that the check isn't satisfied.
 */
export function evaluateDenied(context: MatcherContext, subject: Subject, path: string, check: unknown): CheckOutcome {
  return evaluateAsIs(context, subject, path, denied(toPredicate(check)));
}

function denied(predicate: Predicate): Predicate {
  return definePredicate({
    factory: denied,
    callSite: predicate.callSite,
    describe: () => `not ${predicate.description}`,
    test: (value) => denies(() => predicate(value)),
    options: predicate.note === undefined ? undefined : { description: predicate.note },
  });
}

/** Evaluates a check for a matcher call with or without `.not`; `passed` is the outcome that the caller wants. */
export function evaluateInVoice(context: MatcherContext, subject: Subject, path: string, check: unknown): CheckOutcome {
  return (context.isNot ? evaluateDenied : evaluateAsIs)(context, subject, path, check);
}
