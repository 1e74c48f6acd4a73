import type { MatcherContext, SyncExpectationResult } from 'expect';
import { requireCheck, requireUse } from './arguments';
import type { MatcherCall } from './message';
import { outcomeMessage } from './outcome-message';
import { evaluateInVoice } from './outcomes';
import { toSubject } from './subject';

const CALL: MatcherCall = { matcher: toSatisfy, parameters: ['check'] };

/** See {@link ConnectorMatchers.toSatisfy}. */
export function toSatisfy(this: MatcherContext, received: unknown, ...args: unknown[]): SyncExpectationResult {
  const [check, ...excess] = args;
  requireUse(this, CALL, received, excess);
  requireCheck(this, CALL, check);
  const outcome = evaluateInVoice(this, toSubject(received), '', check);
  return { pass: outcome.passed !== Boolean(this.isNot), message: () => outcomeMessage(this, CALL, outcome) };
}
