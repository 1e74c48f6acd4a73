import type { MatcherContext, SyncExpectationResult } from 'expect';
import { toPredicate } from '../../src/assertions/checks/to-predicate';
import { evaluateCheck } from '../../src/assertions/evaluate';
import type { CheckOutcome } from '../../src/assertions/outcome';
import { definePredicate, type Predicate } from '../../src/assertions/predicates/predicate';
import type { Subject } from '../../src/assertions/subject';
import { denies, withEqualityTesters } from '../../src/assertions/values/deep-equal';

/** Whether what a matcher claims holds; `undefined` is undecided: neither the claim nor its opposite was seen. */
export type Decision = boolean | undefined;

/** A matcher's result. What is undecided fails, under `.not` too: it was not checked. */
export function resultOf({ isNot }: MatcherContext, decision: Decision, message: () => string): SyncExpectationResult {
  return { pass: decision ?? isNot ?? false, message };
}

/** Evaluates a check as its matcher has it; Jest's custom equality testers act. */
export function evaluateAsIs(context: MatcherContext, subject: Subject, path: string, check: unknown): CheckOutcome {
  return withEqualityTesters(context.customTesters, () => evaluateCheck(subject, path, check));
}

/**
 * Evaluates a check for `.not`: the outcome is passed where the value is there and the check says no, at a path with `*`
 * for every item. What is missing, and a check that throws, fails: neither says that the check does not hold.
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

/** Evaluates a check in the voice its matcher was called in; `passed` is what the person wants to see. */
export function evaluateInVoice(context: MatcherContext, subject: Subject, path: string, check: unknown): CheckOutcome {
  return (context.isNot ? evaluateDenied : evaluateAsIs)(context, subject, path, check);
}
