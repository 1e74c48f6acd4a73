import { evaluate } from '../../../src/assertions/evaluate';
import { responseSubject } from '../../../src/assertions/subject';
import { type Checks, loggedIn, loggedInOrRefused, refused } from '../../../src/standard/response-checks';
import { recordedResponses } from '../../support/recorded-responses';

const passes = (checks: Checks, status: number, body: unknown): boolean =>
  evaluate(responseSubject({ status, headers: {}, durationMs: 1, body }), checks).every(({ passed }) => passed);

/** Whether a response is a login, a refusal, and either of them. */
const judged = (status: number, body: unknown): boolean[] =>
  [loggedIn(), refused(), loggedInOrRefused()].map((checks) => passes(checks, status, body));

const LOGIN = [true, false, true];
const REFUSAL = [false, true, true];
const NEITHER = [false, false, false];

test.each<[string, number, unknown, boolean[]]>([
  ['a login', 200, { success: true, data: { status: 'success' } }, LOGIN],
  ['a login of a server without data', 200, { success: true, message: 'Authentication successful' }, LOGIN],
  ['a login with null as data', 200, { success: true, data: null }, LOGIN],
  ['a login with other data', 200, { success: true, data: { user: 'me' } }, LOGIN],
  ['a refusal', 401, { success: false, data: { status: 'invalid_credentials' } }, REFUSAL],
  ['a refusal of a handler that raises', 403, { detail: 'no grants' }, REFUSAL],
  ['a refusal as text', 413, 'Payload Too Large', REFUSAL],
  ['empty data', 200, { success: true, data: {} }, NEITHER],
  ['a login that failed', 200, { success: true, data: { status: 'failed' } }, NEITHER],
  ['a refusal with status 200', 200, { success: false, data: { status: 'failed' } }, NEITHER],
  ['a login with status 401', 401, { success: true, data: { status: 'success' } }, NEITHER],
  ['a crash', 500, { detail: 'Internal server error' }, NEITHER],
  ['a page', 200, '<!doctype html>', NEITHER],
  ['an empty response', 200, '', NEITHER],
  ['null', 200, null, NEITHER],
])('%s', (_what, status, body, expected) => {
  expect(judged(status, body)).toEqual(expected);
});

test('each recorded response to a login is what its status says', () => {
  const logins = recordedResponses.filter(({ request }) => request.path === '/workflows/v1/auth');
  for (const { label, response } of logins) {
    const expected = response.status === 200 ? LOGIN : response.status < 500 ? REFUSAL : NEITHER;
    expect([label, ...judged(response.status, response.body ?? response.text)]).toEqual([label, ...expected]);
  }
  expect(logins.length).toBeGreaterThan(8);
});

test('a failure names what was expected of status and body together', () => {
  const [outcome] = evaluate(
    responseSubject({ status: 200, headers: {}, durationMs: 1, body: { success: false } }),
    loggedInOrRefused(),
  );
  expect(outcome).toMatchObject({
    ...{ path: '$http', passed: false, received: { status: 200 } },
    expected: 'a login that was accepted with status 200 or refused with a status from 400 to 499',
  });
});
