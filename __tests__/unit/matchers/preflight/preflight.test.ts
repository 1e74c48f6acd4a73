import '../../../../matchers/jest-ambient';

import * as matchers from '../../../../matchers';
import { failureOf, responseOf } from '../../../support/matcher-failure';
import { combined, early, legacy, modern, raised } from '../../../support/preflight-responses';

expect.extend(matchers);

const GOOD = { AuthCheck: true, databasesCheck: true };
const BAD = { AuthCheck: true, databasesCheck: false };

describe.each([
  ['modern', modern],
  ['early', early],
  ['legacy', legacy],
  ['combined', combined],
])('%s preflight answers', (_name, shape) => {
  test.each([
    ['a bare body', (body: object) => body],
    ['an ApiAnswer', (body: object) => responseOf(body)],
  ])('are understood as %s', (_kind, wrap) => {
    expect(wrap(shape('ready', GOOD))).toBeReady();
    expect(() => expect(wrap(shape('ready', GOOD))).not.toBeReady()).toThrow('reports it is not ready');
    for (const status of ['not_ready', 'partial']) {
      expect(wrap(shape(status, BAD))).not.toBeReady();
      expect(() => expect(wrap(shape(status, BAD))).toBeReady()).toThrow(`status "${status}"`);
    }
  });

  test('have their checks found, whatever the case of the first letter', () => {
    const response = shape('partial', BAD);
    for (const name of ['AuthCheck', 'authCheck']) {
      expect(response).toHavePassedCheck(name);
      expect(response).not.toHaveFailedCheck(name);
      expect(() => expect(response).not.toHavePassedCheck(name)).toThrow(`the check "${name}" failed`);
      expect(() => expect(response).toHaveFailedCheck(name)).toThrow('passed: "fine"');
    }
    expect(response).toHaveFailedCheck('databasesCheck');
    expect(response).not.toHavePassedCheck('databasesCheck');
    expect(() => expect(response).toHavePassedCheck('databasesCheck')).toThrow('failed: "databasesCheck is wrong"');
  });

  test('fail in both voices where nothing was checked', () => {
    expect(() => expect(shape('ready', {})).toBeReady()).toThrow('nothing was checked');
    expect(() => expect(shape('ready', {})).not.toBeReady()).toThrow('nothing was checked');
  });

  test('fail in both voices for a check that is not there, and name the nearest', () => {
    const response = shape('ready', GOOD);
    for (const attempt of [
      () => expect(response).toHavePassedCheck('databaseCheck'),
      () => expect(response).not.toHavePassedCheck('databaseCheck'),
      () => expect(response).toHaveFailedCheck('databaseCheck'),
      () => expect(response).not.toHaveFailedCheck('databaseCheck'),
    ]) {
      expect(failureOf(attempt)).toContain('Did you mean:  "databasesCheck"');
    }
  });
});

test('the failure names the status, the failed checks and their messages', () => {
  expect(failureOf(() => expect(responseOf(modern('partial', BAD))).toBeReady())).toBe(`expect(received).toBeReady()

Expected:     status "ready", and at least one check, all passed
Received:     status "partial"
Failed:       "databasesCheck": "databasesCheck is wrong"
Passed:       "AuthCheck"
HTTP status:  200
Message:      "Preflight check partial"`);
});

test('the advice of a failed check is shown', () => {
  const check = { name: 'grants', passed: false, message: 'no grants', suggested_action: 'GRANT SELECT' };
  const body = { preflight: { status: 'not_ready', checks: [check] } };
  expect(failureOf(() => expect(body).toBeReady())).toContain('"grants": "no grants; GRANT SELECT"');
});

const contradiction = { ...modern('ready', GOOD), data: { authCheck: { success: false, failureMessage: 'no' } } };

test.each([
  ['a failed check under a ready status', modern('ready', BAD), 'but a check failed'],
  ['two statuses', { ...modern('ready', GOOD), data: { status: 'not_ready', checks: [] } }, 'several statuses'],
  ['a check that passed and failed', contradiction, 'does not report whether AuthCheck passed'],
  ['success: false', { ...modern('ready', GOOD), success: false }, 'but success is false'],
  ['an HTTP status that is not 2xx', responseOf(modern('ready', GOOD), 503), 'but the HTTP status is 503'],
  ['an unknown status', modern('READY', GOOD), 'unknown status; the statuses are ready, not_ready, partial'],
  ['no status, nothing failed', early('', GOOD, 'All is well'), 'contains no status'],
  ['a check without an end', { preflight: { status: 'ready', checks: [{ name: 'a' }] } }, 'whether a passed'],
  ['a list of checks with something else in it', { preflight: { status: 'ready', checks: [7] } }, 'whether #0 passed'],
  ['a crash of the handler', responseOf(raised('Internal server error'), 500), 'the handler crashed'],
  ['an auth answer', { success: true, data: { status: 'success', message: '' } }, 'not a preflight response'],
  [
    'a workflow answer',
    { success: true, data: { status: 'RUNNING', result: { success: true } } },
    'not a preflight response',
  ],
  ['an error', responseOf({ detail: 'login refused' }, 401), 'Detail:       "login refused"'],
  ['a text', responseOf('Internal Server Error', 500), 'Internal Server Error'],
  ['nothing', undefined, 'not a preflight response: nothing'],
  ['a list', [], 'not a preflight response: an empty array'],
])('%s fails toBeReady in both voices', (_name, received, reason) => {
  expect(failureOf(() => expect(received).toBeReady())).toContain(reason);
  expect(failureOf(() => expect(received).not.toBeReady())).toContain(reason);
});

test('an answer without a status is not ready if a check failed', () => {
  expect(early('', BAD, 'Look at this')).not.toBeReady();
});

test('a handler that refused is not ready, and its verdict is a failed check', () => {
  expect(responseOf(raised('no grants'), 403)).not.toBeReady();
  expect(responseOf(raised('no grants'), 403)).toHaveFailedCheck('preflightVerdict');
});

test('a check that passed in one place and failed in the other fails in both voices', () => {
  for (const attempt of [
    () => expect(contradiction).toHavePassedCheck('authCheck'),
    () => expect(contradiction).not.toHavePassedCheck('authCheck'),
    () => expect(contradiction).toHaveFailedCheck('authCheck'),
    () => expect(contradiction).not.toHaveFailedCheck('authCheck'),
  ]) {
    expect(failureOf(attempt)).toContain('undecided: "the response reports both that it passed and that it failed"');
  }
});

test('a check of an answer that is no preflight fails in both voices', () => {
  const response = responseOf({ detail: 'Not Found' }, 404);
  expect(failureOf(() => expect(response).toHavePassedCheck('a'))).toContain('HTTP status:  404');
  expect(failureOf(() => expect(response).not.toHaveFailedCheck('a'))).toContain('not a preflight response');
});
