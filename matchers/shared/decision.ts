import type { MatcherContext, SyncExpectationResult } from 'expect';

/** Whether what a matcher claims holds; `undefined` is undecided: neither the claim nor its opposite was seen. */
export type Decision = boolean | undefined;

/** A matcher's result. What is undecided fails, under `.not` too: it was not checked. */
export function resultOf({ isNot }: MatcherContext, decision: Decision, message: () => string): SyncExpectationResult {
  return { pass: decision ?? isNot ?? false, message };
}
