import type { MatcherContext, SyncExpectationResult } from 'expect';
import { requireName, requireUse } from './shared/arguments';
import type { MatcherCall } from './shared/message';
import { namedCheckResult } from './preflight/named-check';

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
