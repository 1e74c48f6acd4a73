import { equals, exists, lessThan } from '../../../../src/assertions';
import { hintsFor } from '../../../../src/report/hints/hints';
import { failedResult, recordedResult } from '../../../support/failed-result';

const success = { success: equals(true) };
const jsonHeaders = { 'content-type': 'application/json' };

/** What is said of an answer that was expected to be a success. */
const hintsOf = (
  responded: number,
  body: unknown,
  { api = 'auth', headers = jsonHeaders, path = `/workflows/v1/${api}` }: Partial<Options> = {},
): string =>
  hintsFor(failedResult({ responded, body, headers, path, assertThat: success, result: { api } })).join('\n');

interface Options {
  readonly api: string;
  readonly headers: Record<string, string>;
  readonly path: string;
}

// What is said of each answer of a real server: client/recorded-responses.test.ts.

test('a preflight whose checks failed names them, and where its verdict stands', () => {
  const result = recordedResult(
    'preflight not ready',
    { 'data.status': equals('ready') },
    { result: { api: 'preflight' } },
  );
  expect(hintsFor(result)).toEqual([
    '1 of 2 preflight checks failed (`success` only means that checks ran):\n"databasesCheck": "missing: [\'NOPE\']"',
    'use `preflight.status` and `preflight.checks` for a preflight’s verdict; `data` has one field per check.',
  ]);
});

test('a preflight without checks', () => {
  const body = {
    success: false,
    data: {},
    message: 'Preflight check ready',
    preflight: { status: 'ready', checks: [] },
  };
  expect(hintsOf(200, body, { api: 'preflight' })).toMatch(/^no check ran: the `success` of a preflight only means/);
});

test.each([
  ['Workflow execution not configured. Set ATLAN_TEMPORAL_HOST.', /^the app runs without Temporal/],
  ['No object store configured', /^the app runs without an object store/],
  ['the database is down', /^the server returned an error, .*: "the database is down"$/],
])('503: %s', (detail, hint) => {
  expect(hintsOf(503, { detail }, { api: 'workflow', path: '/workflows/v1/start' })).toMatch(hint);
});

test.each([
  [413, {}, /^the request body is larger/],
  [429, { 'retry-after': '7' }, /^the server received too many requests; it requests a pause \(retry-after: "7"\)/],
  [502, {}, /^a proxy got no response from the app/],
  [503, {}, /^the server responds but isn’t ready/],
  [504, {}, /^a proxy stopped waiting/],
  [307, { location: 'https://app/x' }, /^redirects are not followed \(to "https:\/\/app\/x"\)/],
])('status %i', (status, headers, hint) => {
  expect(hintsOf(status, '', { headers })).toMatch(hint);
});

test('a page of a proxy, or of another program', () => {
  const headers = { 'content-type': 'text/html' };
  const page = '<!DOCTYPE html>\n<html><head><title>Sign\u001b in</title>';
  expect(hintsOf(200, page, { headers })).toMatch(
    /^the response is an HTML page \("Sign\\u001b in"\), not the app’s JSON: a proxy, a login page or .*`serverHost`\.$/,
  );
  expect(hintsOf(502, '<html>', { headers })).toMatch(/: a proxy responded at http:\/\/localhost:8000 and could not/);
});

test('JSON under the content type of a text', () => {
  const headers = { 'content-type': 'text/plain' };
  expect(hintsOf(200, ' {"success": true}', { headers })).toMatch(/^the body looks like JSON, but its content type is/);
  expect(hintsOf(200, ' {"success": true}', { headers })).toMatch(/should send application\/json\.$/);
  expect(hintsOf(200, '{"a": 1}\n{"a": 2}\n', { headers })).toMatch(/should send application\/x-ndjson\.$/);
  expect(hintsOf(200, '[{"a": 1},\n{"a": 2}]', { headers })).toMatch(/should send application\/json\.$/);
  expect(hintsOf(200, '[INFO] started', { headers })).toBe('');
});

test('no hint where there is nothing to explain', () => {
  const green = recordedResult('auth ok', success);
  const wrongPassword = recordedResult('auth wrong password', success);
  expect(hintsFor({ ...green, success: true, status: 'passed' })).toEqual([]);
  expect(hintsFor({ ...wrongPassword, response: undefined })).toEqual([]);
  // The login was meant to be refused, and was; its time or its words are another matter.
  expect(hintsFor(recordedResult('auth wrong password', { '$http.durationMs': lessThan(1) }))).toEqual([]);
  expect(hintsFor(recordedResult('auth wrong password', { message: equals('no'), success: equals(false) }))).toEqual(
    [],
  );
  expect(hintsFor(failedResult({ responded: 200, body: { a: 1 }, assertThat: { b: exists() } }))).toEqual([]);
  const expected = { '$http.status': equals(429), message: exists() };
  expect(hintsFor(failedResult({ responded: 429, body: '', assertThat: expected }))).toEqual([]);
});
