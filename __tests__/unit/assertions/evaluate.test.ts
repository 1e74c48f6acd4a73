import { equals, exists, isList, isMissing, isNone, isString, oneOf, optional } from '../../../src/assertions';
import { evaluate, evaluateCheck } from '../../../src/assertions/evaluate';
import { responseSubject } from '../../../src/assertions/subject';
import type { Json } from '../../../src/json/json';

const body = { status: 'ready', n: null, items: [{ ok: true }, { ok: false }, {}], deep: { a: [1, 2] } };
const subject = { body, roots: {} };
const check = (path: string, what: unknown): ReturnType<typeof evaluateCheck> => evaluateCheck(subject, path, what);

test('every kind of check can stand behind a path', () => {
  const isOne = (value: number): boolean => value === 1;
  const outcomes = evaluate(subject, {
    status: 'ready',
    n: null,
    deep: { a: [1, 2] },
    'deep.a': expect.arrayContaining([2]),
    'deep.a.0': isOne,
    'deep.a.1': equals(2),
    gone: isMissing(),
  });
  expect(outcomes.map(({ path, passed, expected }) => [path, passed, expected])).toEqual([
    ['status', true, 'equal to "ready"'],
    ['n', true, 'equal to null'],
    ['deep', true, 'equal to {"a": [1, 2]}'],
    ['deep.a', true, 'ArrayContaining [2]'],
    ['deep.a.0', true, `a value that passes ${String(isOne)}`],
    ['deep.a.1', true, 'equal to 2'],
    ['gone', true, 'nothing'],
  ]);
});

test('what is missing fails functions, asymmetric matchers and plain values without asking them', () => {
  const asked = jest.fn(() => true);
  for (const what of [asked, { asymmetricMatch: asked }, expect.not.stringContaining('x'), {}, null, '']) {
    expect(check('gone', what)).toMatchObject({ passed: false, found: false });
  }
  expect(asked).not.toHaveBeenCalled();
});

test('a passing outcome formats nothing until it is read, and is plain data then', () => {
  const expected = { toJSON: jest.fn(() => 'printed'), a: [1, 2] };
  const outcome = check('deep', { asymmetricMatch: () => true, toAsymmetricMatcher: expected.toJSON });
  expect(outcome.passed).toBe(true);
  expect(expected.toJSON).not.toHaveBeenCalled();
  expect(JSON.parse(JSON.stringify(check('status', 'ready')))).toEqual({
    path: 'status',
    passed: true,
    expected: 'equal to "ready"',
    found: true,
    received: 'ready',
  });
});

test('a failing outcome has the received and the expected value, the note, and the place of the check', () => {
  expect(check('status', equals('done', { description: 'it is over' }))).toEqual({
    path: 'status',
    passed: false,
    expected: 'equal to "done"',
    note: 'it is over',
    found: true,
    received: 'ready',
    reason: undefined,
    failedPath: undefined,
    expectedValue: 'done',
    location: expect.stringMatching(/^ {4}at .*evaluate\.test\.ts:\d+:\d+\)?$/),
  });
  expect(check('status', 'done')).toMatchObject({ expectedValue: 'done', location: undefined });
});

test('a missing path says how far it got', () => {
  expect(check('staus', exists())).toMatchObject({
    passed: false,
    found: false,
    stoppedAt: '',
    nearestPath: 'status',
    stoppedAtKind: 'an object with the keys "status", "n", "items", "deep"',
  });
  expect(check('staus', exists())).not.toHaveProperty('received');
  expect(check('items.length', equals(3)).reason).toMatch(/"length" isn't a path: .* hasLength\(\)/);
});

test('with * the check must hold for each item; the first that fails is named', () => {
  expect(check('items.*.ok', oneOf([true, false]))).toMatchObject({
    passed: false,
    failedPath: 'items.2.ok',
    found: false,
  });
  expect(check('items.*.ok', true)).toMatchObject({ passed: false, failedPath: 'items.1.ok', received: false });
  expect(check('items.*.ok', optional(oneOf([true, false])))).toMatchObject({ passed: true, found: true });
  expect(check('items.*.gone', isMissing()).passed).toBe(true);
  expect(check('items.*.ok', isNone()).passed).toBe(false);
  expect(check('items.1.*', false).passed).toBe(true);
  expect(evaluateCheck({ body: { items: [] }, roots: {} }, 'items.*.ok', exists())).toMatchObject({
    passed: false,
    found: false,
  });
});

test.each<[string, unknown, RegExp]>([
  ['throws', () => JSON.parse('{'), /^the check threw SyntaxError: /],
  [
    'throws no error',
    () => {
      throw 'just text';
    },
    /^the check threw "just text"$/,
  ],
  [
    'throws undefined',
    () => {
      throw undefined;
    },
    /^the check threw undefined$/,
  ],
  ['returns a promise', async () => true, /^The check returned a promise\. A check must return true or false\.$/],
  [
    'returns a promise that is rejected',
    async () => {
      throw new Error('late');
    },
    /^The check returned a promise\./,
  ],
  ['returns 1', () => 1, /^The check returned a number, 1\./],
  ['returns nothing', () => undefined, /^The check returned nothing\./],
  ['returns a predicate', () => exists(), /^The check returned a function \(are its parentheses missing\?\)/],
  ['is a factory', exists, /^The check returned a function \(are its parentheses missing\?\)/],
  ['is a class', class extends Array {}, /^the check threw TypeError: /],
  [
    'is an asymmetric matcher that throws',
    { asymmetricMatch: () => JSON.parse('{') },
    /^the check threw SyntaxError: /,
  ],
  ['is undefined', undefined, /undefined is never in a response/],
  ['was made with a wrong argument', equals(undefined), /equals\(\): undefined is never in a response/],
])('a check that %s fails and says so', async (_name, what, reason) => {
  expect(check('status', what)).toMatchObject({ passed: false, reason: expect.stringMatching(reason) });
  // An unhandled rejection would fail the run.
  await new Promise((resolve) => setImmediate(resolve));
});

const RESPONSE = { status: 502, headers: { 'content-type': 'text/html; charset=utf-8' }, durationMs: 1 };

test.each([
  ['<html></html>', 'not JSON (text/html, 13 characters)'],
  ['😀', 'not JSON (text/html, 1 character)'],
  ['', 'not JSON (text/html, empty)'],
  [null, 'null'],
  [0, 'a number, 0'],
])('where nothing can be, nothing is missing: %j', (text, what) => {
  const page = responseSubject({ ...RESPONSE, body: text }, { $workflow: { status: 'COMPLETED' } });
  for (const predicate of [isMissing(), isNone(), optional('x'), exists()]) {
    for (const path of ['error', 'data.error', 'data.*.error', 'length', '_http', '$id']) {
      expect(evaluateCheck(page, path, predicate)).toMatchObject({
        ...{ passed: false, found: false, stoppedAt: '' },
        reason: `the response is ${what}, so it has no keys; its status is at $http.status`,
      });
    }
    for (const path of ['$http.headers.x', '$workflow.result', '_http_status.x']) {
      expect(evaluateCheck(page, path, predicate).passed).toBe(predicate.acceptsMissing);
    }
  }
  expect(evaluateCheck(page, '', text).passed).toBe(true);
  expect(evaluateCheck(page, '_http_status', 502).passed).toBe(true);
  expect(evaluateCheck({ body: text, roots: {} }, '$workflow.status', isMissing()).passed).toBe(true);
});

test('`$http` as a whole has the body for a function, and is compared without it', () => {
  const subject = responseSubject({ ...RESPONSE, headers: {}, body: { success: false } });
  const { status, durationMs } = RESPONSE;
  expect(evaluateCheck(subject, '$http', ($http: Json) => $http.body.success === false).passed).toBe(true);
  expect(evaluateCheck(subject, '$http', { status, durationMs, headers: {} }).passed).toBe(true);
  expect(evaluateCheck(subject, '$http', isList())).toMatchObject({ received: { status, durationMs, headers: {} } });
});

test.each([[{}], [[]], [{ data: null }], [{ data: 'text' }]])('in %j something can be missing', (json) => {
  expect(evaluateCheck(responseSubject({ ...RESPONSE, body: json }), 'data.error', isMissing()).passed).toBe(true);
});

test('a invalid path fails every check, isMissing too', () => {
  expect(check('status.', isMissing())).toMatchObject({
    passed: false,
    reason: expect.stringContaining('invalid path'),
  });
});

test('a function is called once for a value', () => {
  const asked = jest.fn(() => false);
  check('status', asked);
  expect(asked).toHaveBeenCalledTimes(1);
});

test('a subject whose getters throw is a failure, not a crash', () => {
  const hostile = {
    get status(): string {
      throw new Error('no');
    },
  };
  expect(evaluateCheck({ body: hostile, roots: {} }, 'status', isMissing())).toMatchObject({
    passed: false,
    reason: 'reading the value threw Error: no',
  });
  expect(evaluateCheck({ body: hostile, roots: {} }, '', equals({ a: 1 })).passed).toBe(false);
});

test('a body nested a hundred thousand deep is a failure, not a crash', () => {
  const deep = JSON.parse('['.repeat(100_000) + ']'.repeat(100_000)) as unknown;
  const other = JSON.parse('['.repeat(100_000) + '1' + ']'.repeat(100_000)) as unknown;
  expect(evaluateCheck({ body: deep, roots: {} }, '', equals(other)).passed).toBe(false);
  expect(evaluateCheck({ body: deep, roots: {} }, '', isString())).toMatchObject({
    passed: false,
    reason: 'it is an array',
  });
});
