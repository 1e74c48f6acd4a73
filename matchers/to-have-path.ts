import type { MatcherContext, SyncExpectationResult } from 'expect';
import { definePredicate } from '../src/assertions/predicate';
import { requirePath, requireUse } from './arguments';
import type { MatcherCall } from './message';
import { outcomeMessage } from './outcome-message';
import { evaluateAsIs } from './outcomes';
import { toSubject } from './subject';

const CALL: MatcherCall = { matcher: toHavePath, parameters: ['path'] };
const SOMETHING = definePredicate({ factory: toHavePath, describe: () => 'a value, or null', test: () => true });
const NOTHING = definePredicate({
  factory: toHavePath,
  describe: () => 'nothing',
  test: () => false,
  acceptsMissing: true,
});

/** See {@link ConnectorMatchers.toHavePath}. */
export function toHavePath(this: MatcherContext, received: unknown, ...args: unknown[]): SyncExpectationResult {
  const [path, ...excess] = args;
  requireUse(this, CALL, received, excess);
  requirePath(this, CALL, path);
  // Under `.not` the opposite is asked, not negated: of several items, none may have it.
  const outcome = evaluateAsIs(this, toSubject(received), path, this.isNot ? NOTHING : SOMETHING);
  return { pass: outcome.passed !== Boolean(this.isNot), message: () => outcomeMessage(this, CALL, outcome) };
}
