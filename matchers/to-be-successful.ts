import type { MatcherContext, SyncExpectationResult } from 'expect';
import { kindOf } from '../src/assertions/paths/missing-path';
import { printValue } from '../src/assertions/values/print';
import { isRecord } from '../src/validation/shape';
import { requireUse } from './shared/arguments';
import { type MatcherCall, matcherMessage } from './shared/message';
import { type Decision, resultOf } from './shared/outcomes';
import { responseLines } from './shared/response-lines';
import { bodyOf, isApiResponse } from './shared/subject';

const CALL: MatcherCall = { matcher: toBeSuccessful, parameters: [] };

/** See {@link ConnectorMatchers.toBeSuccessful}. */
export function toBeSuccessful(this: MatcherContext, received: unknown, ...excess: unknown[]): SyncExpectationResult {
  requireUse(this, CALL, received, excess);
  return resultOf(this, isSuccessful(received), () => {
    const { EXPECTED_COLOR: expected, RECEIVED_COLOR: failed } = this.utils;
    return matcherMessage(this, CALL, [
      [
        'Expected',
        expected(this.isNot ? 'a response that reports a failure' : 'success: true, with a 2xx HTTP status'),
      ],
      ['Received', failed(successText(bodyOf(received)))],
      ...responseLines(received),
    ]);
  });
}

function isSuccessful(received: unknown): Decision {
  const body = bodyOf(received);
  const success = isRecord(body) ? body['success'] : undefined;
  if (isApiResponse(received) && (received.status < 200 || received.status > 299)) return false;
  if (typeof success === 'boolean') return success;
  return isRecord(body) && success === undefined && body['detail'] !== undefined ? false : undefined;
}

function successText(body: unknown): string {
  if (!isRecord(body) || !('success' in body)) return `no \`success\`: ${kindOf(body)}`;
  return `success: ${printValue(body['success'])}`;
}
