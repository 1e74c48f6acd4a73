import type { MatcherContext, SyncExpectationResult } from 'expect';
import { requireCheck, requirePath, requireUse } from './shared/arguments';
import type { MatcherCall } from './shared/message';
import { outcomeMessage } from './shared/outcome-message';
import { evaluateInVoice } from './shared/outcomes';
import { toSubject } from './shared/subject';

const CALL: MatcherCall = { matcher: toSatisfyPath, parameters: ['path', 'check'] };

/** See {@link ConnectorMatchers.toSatisfyPath}. */
export function toSatisfyPath(this: MatcherContext, received: unknown, ...args: unknown[]): SyncExpectationResult {
  const [path, check, ...excess] = args;
  requireUse(this, CALL, received, excess);
  requirePath(this, CALL, path);
  requireCheck(this, CALL, check);
  const outcome = evaluateInVoice(this, toSubject(received), path, check);
  return { pass: outcome.passed !== Boolean(this.isNot), message: () => outcomeMessage(this, CALL, outcome) };
}
