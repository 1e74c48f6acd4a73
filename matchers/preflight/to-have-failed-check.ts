import type { MatcherContext, SyncExpectationResult } from 'expect';
import { namedCheckResult } from './named-check';

/** See {@link ConnectorMatchers.toHaveFailedCheck}. */
export function toHaveFailedCheck(this: MatcherContext, received: unknown, ...args: unknown[]): SyncExpectationResult {
  return namedCheckResult(this, received, { matcher: toHaveFailedCheck, args, passed: false });
}
