import type { MatcherContext, SyncExpectationResult } from 'expect';
import { requireName, requireUse } from './arguments';
import type { MatcherCall } from './message';
import { namedCheckResult } from './named-check';

const CALL: MatcherCall = { matcher: toHavePassedCheck, parameters: ['name'] };

/** See {@link ConnectorMatchers.toHavePassedCheck}. */
export function toHavePassedCheck(
  this: MatcherContext,
  received: unknown,
  name: unknown,
  ...excess: unknown[]
): SyncExpectationResult {
  requireUse(this, CALL, received, excess);
  requireName(this, CALL, name);
  return namedCheckResult(this, received, { call: CALL, name, passed: true });
}
