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
  // Under `.not` the opposite is asked, not negated: of several items, none may have it.
  requireJson(this, CALL, received);
  const outcome = evaluateAsIs(this, toSubject(received), path, this.isNot ? NOTHING : SOMETHING);
  return { pass: outcome.passed !== Boolean(this.isNot), message: () => outcomeMessage(this, CALL, outcome) };
}

/** What holds a body without being one: no path leads there, which would be green under `.not`. */
const NO_JSON = ['Undefined', 'Function', 'AsyncFunction', 'Map', 'Set', 'Error', 'Headers', 'Response'];

function requireJson(context: MatcherContext, call: MatcherCall, received: unknown): void {
  const kind = Object.prototype.toString.call(received).slice(8, -1);
  const isAxios = isRecord(received) && 'config' in received && 'statusText' in received;
  if (!isAxios && !NO_JSON.includes(kind)) return;
  const what = isAxios ? 'an answer of axios' : received === undefined ? 'undefined' : `a ${kind}`;
  throw misuse(context, call, {
    what: `the received value is no answer with paths, but ${what}.`,
    fix: 'give it an answer of the client, or a body: await response.json() of fetch, response.data of axios.',
  });
}
