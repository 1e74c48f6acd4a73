import type { MatcherContext, SyncExpectationResult } from 'expect';
import { requireCheck, requireUse } from './shared/arguments';
import type { MatcherCall } from './shared/message';
import { outcomeMessage } from './shared/outcome-message';
import { evaluateInVoice } from './shared/outcomes';
import { toSubject } from './shared/subject';

const CALL: MatcherCall = { matcher: toSatisfy, parameters: ['check'] };

/** See {@link ConnectorMatchers.toSatisfy}. */
export function toSatisfy(this: MatcherContext, received: unknown, ...args: unknown[]): SyncExpectationResult {
  const [check, ...excess] = args;
  requireUse(this, CALL, received, excess);
  requireCheck(this, CALL, check);
  const outcome = evaluateInVoice(this, toSubject(received), '', check);
  return { pass: outcome.passed !== Boolean(this.isNot), message: () => outcomeMessage(this, CALL, outcome) };
}
