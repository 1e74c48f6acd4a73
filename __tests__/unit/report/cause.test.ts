import { causeLine, type Causes, firstLine, sharedLine, thrownLine, withSameCause } from '../../../src/report/cause';
import { countMark } from '../../../src/report/cut/cut-mark';
import { failureText } from '../../../src/report/failure-text';
import type { ScenarioResult } from '../../../src/runner/scenario-result';
import { type Failed, failedResult } from '../../support/failed-result';

const REFUSED = { success: false, data: { message: 'wrong password' } };
const refused = (name: string, fields: Partial<Failed> = {}, result: Partial<ScenarioResult> = {}): ScenarioResult =>
  failedResult({
    responded: 401,
    body: REFUSED,
    assertThat: { success: true },
    ...fields,
    result: { name, ...result },
  });
const crashed = (name: string, result: Partial<ScenarioResult> = {}): ScenarioResult =>
  refused(name, { responded: 500, body: { detail: 'Internal server error' } }, result);
const unanswered = (name: string, error: ScenarioResult['error'], path = name): ScenarioResult => {
  const { response: _none, ...result } = refused(name, { path: `/${path}` });
  return { ...result, outcomes: [], error };
};
const lost = (url: string) => ({
  code: 'REQUEST_FAILED',
  message: `POST ${url} got no response.\n\n  Why: ECONNRESET`,
  why: 'ECONNRESET',
});

const sameCause = (...results: readonly ScenarioResult[]): ScenarioResult['sameCause'] => {
  const causes: Causes = new Map();
  return results.map((result) => withSameCause(result, causes)).at(-1)?.sameCause;
};

test('of equal causes the later failures name the first', () => {
  const first = { scenario: 'a', sameRequest: true };
  expect(sameCause(refused('a'))).toBeUndefined();
  expect(sameCause(refused('a'), refused('b'))).toEqual(first);
  expect(sameCause(refused('a'), refused('b'), refused('c'))).toEqual(first);
  expect(sameCause(refused('a'), refused('b', { sent: { host: 'db' } }))).toEqual({
    scenario: 'a',
    sameRequest: false,
  });
  const [one, other] = ['a', 'b'].map((name) => unanswered(name, lost(`http://localhost:8000/${name}`)));
  expect(sameCause(one as ScenarioResult, other as ScenarioResult)).toEqual(first);
});

test('Jest may repeat a test: it tells all again', () => {
  expect(sameCause(refused('a'), refused('a'))).toBeUndefined();
});

test.each([
  ['another message', refused('a'), refused('b', { body: { data: { message: 'locked' } } })],
  ['checks that fail without a hint', ...pair((name) => refused(name, { responded: 200, body: { success: false } }))],
  ['another error', unanswered('a', lost('x')), unanswered('b', { code: 'REQUEST_FAILED', message: 'ECONNREFUSED' })],
  ['an end in vain', ...pair((name) => unanswered(name, { code: 'GAVE_UP', message: 'It did not hold.' }))],
  ['crashes', ...pair((name) => crashed(name, { app: { log: 'app.log', hasTemporaryPort: false } }))],
])('%s may have another cause', (_what, one, other) => {
  expect(sameCause(one, other)).toBeUndefined();
});

function pair(make: (name: string) => ScenarioResult): [ScenarioResult, ScenarioResult] {
  return [make('a'), make('b')];
}

test.each([
  ['a hint', refused('a'), 'the source rejected this login: "wrong password"'],
  ['an error', unanswered('a', lost('/a')), '[REQUEST_FAILED] POST /a got no response. ECONNRESET'],
  [
    'an error whose reason goes on with its sentence',
    unanswered('a', { code: 'REQUEST_TIMEOUT', message: 'GET /a did not respond.', why: 'the request was connected.' }),
    '[REQUEST_TIMEOUT] GET /a did not respond: the request was connected.',
  ],
  [
    'a long string that was cut',
    failedResult({ body: { a: `${'x'.repeat(100)}${countMark(900, 'character')}` }, assertThat: { a: 1 } }),
    `a: expected equal to 1, received "${'x'.repeat(40)}"… (960 more characters)`,
  ],
  [
    'an error that only quotes a reason',
    unanswered('a', { code: 'UNKNOWN', message: 'it broke\n  Why: not ours' }),
    '[UNKNOWN] it broke',
  ],
  ['an error with a note', { ...unanswered('a', lost('/a')), notes: ['not set: X.'] }, '[REQUEST_FAILED] not set: X.'],
  ['a check', failedResult({ body: { a: 1 }, assertThat: { a: 2 } }), 'a: expected equal to 2, received 1'],
  [
    'checks',
    failedResult({ body: {}, assertThat: { a: 2, b: 3 } }),
    'a: expected equal to 2, received nothing (and 1 more)',
  ],
  [
    'a near miss',
    failedResult({ body: { abcdef: 1 }, assertThat: { abcde: 1 } }),
    'abcde: expected equal to 1, received nothing; did you mean abcdef?',
  ],
  ['no check', failedResult({ body: {}, assertThat: {} }), 'it has no checks'],
])('why a scenario failed is one line, of %s', (_what, result, line) => {
  expect(causeLine(result)).toBe(line);
});

test('what is told again of a cause is its hint, else why there was no answer', () => {
  expect(sharedLine(refused('a'))).toBe('the source rejected this login: "wrong password"');
  expect(sharedLine(unanswered('a', lost('/a')))).toBe('ECONNRESET');
  expect(sharedLine(failedResult({ body: {}, assertThat: { a: 1 } }))).toBeUndefined();
});

test('a line is short, harmless, and has the first item of its list', () => {
  expect(firstLine('the server refused what was sent:\n  a: missing\n  b: missing')).toBe(
    'the server refused what was sent: a: missing',
  );
  expect(firstLine('\u001b[31mred\u001b[0m\u0007\nmore')).toBe('red\\u0007');
  expect(firstLine('x'.repeat(1_000))).toHaveLength(301);
});

test('of a cause that another scenario has told of, only what differs is told', () => {
  const about = { responded: 401, body: { data: { message: 'wrong password' } }, sent: { a: 1 } };
  const result = failedResult({ ...about, assertThat: { success: true } });
  const text = (sameRequest: boolean): string =>
    failureText({ ...result, sameCause: { scenario: 'first', sameRequest } });

  expect(text(true)).toBe(`Scenario "auth_valid" failed: 1 of 1 check.

  Hint: same cause as in "first": the source rejected this login: "wrong password"

  success
      expected: equal to true
      received: nothing: the path stops at the top, an object with the key "data"

  POST http://localhost:8000/workflows/v1/auth → 401 Unauthorized in 12 ms

  See "first" for the request, the response and a curl command.`);
  expect(text(false)).toMatch(
    /in 12 ms\n\n {2}Sent:\n {6}{"a": 1}\n\n {2}See "first" for the response and a curl command\.$/,
  );
});

test.each([
  ['an error', 'TypeError: x is not a function\n    at a (b.js:1:1)', 'TypeError: x is not a function'],
  ['an error without a type of its own', 'Error: connect ECONNREFUSED', 'connect ECONNREFUSED'],
  [
    'an assertion',
    'Error: expect(received).toHaveLength(expected)\n\nExpected length: 3\nReceived length: 2\nReceived array:  [1, 2]\n',
    'expect(received).toHaveLength(expected): Expected length: 3, Received length: 2, Received array: [1, 2]',
  ],
  [
    'a matcher of ours',
    'expect(received).toSatisfyPath(path, expected)\n\nPath: "data.id"\nExpected: a string\nReceived: null\nBecause: x',
    'expect(received).toSatisfyPath(path, expected): Path: "data.id", Expected: a string, Received: null',
  ],
  [
    'a difference',
    'expect(received).toEqual(expected)\n\n- Expected  - 1\n+ Received  + 1\n\n- {}',
    'expect(received).toEqual(expected)',
  ],
])('%s that a test threw is one line', (_what, text, line) => {
  expect(thrownLine(text)).toBe(line);
});
