import type { MatcherContext, SyncExpectationResult } from 'expect';
import { definePredicate } from '../src/assertions/predicates/predicate';
import { isRecord } from '../src/validation/shape';
import { misuse, requirePath, requireUse } from './shared/arguments';
import type { MatcherCall } from './shared/message';
import { outcomeMessage } from './shared/outcome-message';
import { evaluateAsIs } from './shared/outcomes';
import { toSubject } from './shared/subject';

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
  // Under `.not` the opposite is checked, not the negation: none of several items may have it.
  requireJson(this, CALL, received);
  const outcome = evaluateAsIs(this, toSubject(received), path, this.isNot ? NOTHING : SOMETHING);
  return { pass: outcome.passed !== Boolean(this.isNot), message: () => outcomeMessage(this, CALL, outcome) };
}

/** Rejects containers of a body, such as an axios response: no path exists there, so `.not` would always pass. */
const NO_JSON = ['Undefined', 'Function', 'AsyncFunction', 'Map', 'Set', 'Error', 'Headers', 'Response'];

function requireJson(context: MatcherContext, call: MatcherCall, received: unknown): void {
  const kind = Object.prototype.toString.call(received).slice(8, -1);
  const isAxios = isRecord(received) && 'config' in received && 'statusText' in received;
  if (!isAxios && !NO_JSON.includes(kind)) return;
  const what = isAxios ? 'an axios response' : received === undefined ? 'undefined' : `a ${kind}`;
  throw misuse(context, call, {
    what: `expected a response of the client or a body, received ${what}.`,
    fix: 'pass a response of the client, or a body: await response.json() with fetch, response.data with axios.',
  });
}
