import type { MatcherContext, SyncExpectationResult } from 'expect';
import { namedCheckResult } from './named-check';

/** See {@link ConnectorMatchers.toHavePassedCheck}. */
export function toHavePassedCheck(this: MatcherContext, received: unknown, ...args: unknown[]): SyncExpectationResult {
  return namedCheckResult(this, received, { matcher: toHavePassedCheck, args, passed: true });
}
