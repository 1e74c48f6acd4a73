import type { MatcherContext, SyncExpectationResult } from 'expect';
import { readinessOf } from '../../src/apis/preflight/readiness';
import { requireUse } from '../shared/arguments';
import { type MatcherCall, matcherMessage, type MessageLine } from '../shared/message';
import { resultOf } from '../shared/outcomes';
import { responseLines } from '../shared/response-lines';
import { readPreflight } from './preflight';
import { noPreflightLines, preflightLines } from './preflight-text';

const CALL: MatcherCall = { matcher: toBeReady, parameters: [] };

/** See {@link ConnectorMatchers.toBeReady}. */
export function toBeReady(this: MatcherContext, received: unknown, ...excess: unknown[]): SyncExpectationResult {
  requireUse(this, CALL, received, excess);
  const preflight = readPreflight(received);
  const expected = this.isNot
    ? 'a preflight that reports it is not ready'
    : 'status "ready", and at least one check, all passed';
  const first: MessageLine = ['Expected', this.utils.EXPECTED_COLOR(expected)];
  if (preflight === undefined) {
    return resultOf(this, undefined, () => matcherMessage(this, CALL, [first, ...noPreflightLines(this, received)]));
  }

  const { ready, why } = readinessOf(preflight);
  return resultOf(this, ready, () => {
    const reason: MessageLine[] = why === '' ? [] : [['Undecided', why]];
    return matcherMessage(this, CALL, [
      first,
      ...preflightLines(this, preflight),
      ...reason,
      ...responseLines(received),
    ]);
  });
}
