import { learnSecretsOf } from '../../../src/redaction/process-redactor';
import { redactResult } from '../../../src/runner/redact-result';

const outcome = { passed: false, found: true, expected: 'equal to "x"', location: '    at /app/a.test.ts:1:1' };

test('a result leaves without the secrets of its request, wherever they came back', () => {
  const body = { credentials: [{ key: 'password', value: 'Tr0ub4dor&3' }] };
  learnSecretsOf(body);
  const result = redactResult({
    name: 'a',
    api: 'auth',
    success: false,
    status: 'failed',
    durationMs: 5,
    attempts: 1,
    request: { method: 'POST', url: 'http://a/?q=Tr0ub4dor%263', headers: { authorization: 'Bearer abc.def' }, body },
    response: { status: 401, headers: {}, durationMs: 4, body: { detail: 'no such password: Tr0ub4dor&3' } },
    outcomes: [
      { ...outcome, path: 'detail', received: 'no such password: Tr0ub4dor&3', reason: 'it is Tr0ub4dor&3' },
      { ...outcome, path: 'data.access_token', received: 'not known before', expectedValue: 'known to nobody' },
      { ...outcome, path: 'data.count', received: 42 },
    ],
    error: { code: 'UNKNOWN', message: 'Tr0ub4dor&3 was refused' },
    given: { start: { data: { session_token: 'not known before' } } },
    tries: [{ afterMs: 0, times: 2, status: 200, seen: { 'data.0.password': 'known to nobody' } }],
    workflow: {
      ...{ workflowId: 'w', runId: 'r', awaited: [], ending: 'final', states: [], polls: 1, durationMs: 1 },
      error: 'Tr0ub4dor&3 was refused',
      result: { api_key: 'not known before', tables: 4 },
    },
  });

  expect(JSON.stringify(result)).not.toMatch(/Tr0ub4dor|abc\.def|not known before|known to nobody/);
  expect(result).toMatchObject({
    name: 'a',
    durationMs: 5,
    response: { status: 401, body: { detail: 'no such password: [redacted]' } },
    outcomes: [{ location: outcome.location }, { received: '[redacted]' }, { received: 42 }],
    workflow: { result: { tables: 4 } },
  });
});

test('a bigint stays one, unless it is a secret', () => {
  learnSecretsOf({ credentials: [{ key: 'extra', value: '{"password": 98765432109876543219}' }] });
  const body = { id: 9007199254740993n, echo: 98765432109876543219n, password: 9007199254740993n };
  const outcomes = [{ ...outcome, path: 'id', received: body.id, expectedValue: 9007199254740992n }];
  const response = { status: 200, headers: {}, durationMs: 4, body };
  const result = redactResult({
    ...{ name: 'a', api: 'auth', success: false, status: 'failed', durationMs: 5, attempts: 1 },
    ...{ response, outcomes },
  });
  expect(result.response?.body).toEqual({ id: 9007199254740993n, echo: '[redacted]', password: '[redacted]' });
  expect(result.outcomes).toMatchObject([{ received: 9007199254740993n, expectedValue: 9007199254740992n }]);
});
