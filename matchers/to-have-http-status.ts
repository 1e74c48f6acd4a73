import type { MatcherContext, SyncExpectationResult } from 'expect';
import { misuse, requireStatus, requireUse } from './shared/arguments';
import { type MatcherCall, matcherMessage } from './shared/message';
import { responseLines } from './shared/response-lines';
import { hasHttpStatus } from './shared/subject';

const CALL: MatcherCall = { matcher: toHaveHttpStatus, parameters: ['status'] };

/** See {@link ConnectorMatchers.toHaveHttpStatus}. */
export function toHaveHttpStatus(
  this: MatcherContext,
  received: unknown,
  status: unknown,
  ...excess: unknown[]
): SyncExpectationResult {
  requireUse(this, CALL, received, excess);
  requireStatus(this, CALL, status);
  if (!hasHttpStatus(received)) {
    throw misuse(this, CALL, {
      what: 'the received value has no HTTP status.',
      why: 'a response of the client is needed, not its body: it must have a numeric `status`, and `headers`.',
      fix: 'write expect(response).toHaveHttpStatus(200), with response = await client.auth(…).',
    });
  }
  return {
    pass: received.status === status,
    message: () =>
      matcherMessage(this, CALL, [
        ['Expected', `${this.isNot ? 'not ' : ''}${this.utils.printExpected(status)}`],
        ['Received', this.utils.printReceived(received.status)],
        ...responseLines(received).filter(([label]) => label !== 'HTTP status'),
      ]),
  };
}
