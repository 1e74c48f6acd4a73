import type { MatcherContext, SyncExpectationResult } from 'expect';
import type { CheckOutcome } from '../src/assertions/outcome';
import { requireChecks, requireUse } from './shared/arguments';
import type { MatcherCall } from './shared/message';
import { outcomesMessage } from './shared/outcome-message';
import { type Decision, resultOf } from './shared/outcomes';
import { evaluateAsIs, evaluateDenied } from './shared/outcomes';
import { toSubject } from './shared/subject';

const CALL: MatcherCall = { matcher: toSatisfyPaths, parameters: ['checks'] };

/** See {@link ConnectorMatchers.toSatisfyPaths}. */
export function toSatisfyPaths(this: MatcherContext, received: unknown, ...args: unknown[]): SyncExpectationResult {
  const [checks, ...excess] = args;
  requireUse(this, CALL, received, excess);
  requireChecks(this, CALL, checks);
  const { decision, failed } = this.isNot ? decideDenied(this, received, checks) : decide(this, received, checks);
  return resultOf(this, decision, () => outcomesMessage(this, CALL, failed));
}

interface Decided {
  readonly decision: Decision;
  /** The outcomes that the message shows. */
  readonly failed: readonly CheckOutcome[];
}

type Checks = Readonly<Record<string, unknown>>;

function decide(context: MatcherContext, received: unknown, checks: Checks): Decided {
  const outcomes = outcomesOf(checks, (path, check) => evaluateAsIs(context, toSubject(received), path, check));
  const failed = outcomes.filter(({ passed }) => !passed);
  return { decision: failed.length === 0, failed };
}

/** For `.not`: at least one check must fail, and each must be decidable. */
function decideDenied(context: MatcherContext, received: unknown, checks: Checks): Decided {
  const holding = outcomesOf(checks, (path, check) => evaluateAsIs(context, toSubject(received), path, check));
  const denied = outcomesOf(checks, (path, check) => evaluateDenied(context, toSubject(received), path, check));
  const unclear = denied.filter((outcome, index) => !outcome.passed && !holding[index]?.passed);
  if (unclear.length > 0) return { decision: undefined, failed: unclear };
  return { decision: holding.every(({ passed }) => passed), failed: denied };
}

function outcomesOf(checks: Checks, evaluate: (path: string, check: unknown) => CheckOutcome): CheckOutcome[] {
  return Object.entries(checks).map(([path, check]) => evaluate(path, check));
}
