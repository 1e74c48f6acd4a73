import '../../../matchers/jest-ambient';

import * as matchers from '../../../matchers';
import {
  allOf,
  anyOf,
  equals,
  exists,
  greaterThan,
  isMissing,
  isNone,
  noneOf as not,
  notEquals,
  optional,
  startsWith,
} from '../../../src/assertions';
import { failureOf, responseOf } from '../../support/matcher-failure';

expect.extend(matchers);

const BODY = { success: true, data: { status: 'pending', error: null, items: [{ n: 1 }, { n: 2 }] } };
const KINDS = [
  ['a bare body', BODY],
  ['an ApiAnswer', responseOf(BODY)],
] as const;

describe.each(KINDS)('toSatisfyPath on %s', (_kind, received) => {
  test('takes every kind of check', () => {
    expect(received).toSatisfyPath('data.status', equals('pending'));
    expect(received).toSatisfyPath('data.status', 'pending');
    expect(received).toSatisfyPath('data.status', (status) => status.length > 0);
    expect(received).toSatisfyPath('data.status', expect.stringContaining('pend'));
    expect(received).toSatisfyPath('data.items.*.n', greaterThan(0));
    expect(received).not.toSatisfyPath('data.status', equals('ready'));
    expect(received).not.toSatisfyPath('data.items.*.n', greaterThan(2));
  });

  test('a missing path fails in both voices', () => {
    expect(failureOf(() => expect(received).toSatisfyPath('data.stauts', notEquals('x')))).toContain('"data.status"');
    const denied = failureOf(() => expect(received).not.toSatisfyPath('data.stauts', equals('x')));
    expect(denied).toContain('Did you mean:  "data.status"');
    expect(denied).toContain('.not.toHavePath(path)');
  });

  test('a check that accepts what is missing decides in both voices', () => {
    expect(received).toSatisfyPath('data.nothing', isMissing());
    expect(received).toSatisfyPath('data.nothing', optional(equals(1)));
    expect(received).not.toSatisfyPath('data.status', isMissing());
    expect(() => expect(received).not.toSatisfyPath('data.nothing', isMissing())).toThrow('nothing');
    expect(() => expect(received).not.toSatisfyPath('data.nothing', optional(equals(1)))).toThrow('nothing');
  });

  test('items of which some pass and some fail, fail in both voices', () => {
    const some = failureOf(() => expect(received).toSatisfyPath('data.items.*.n', equals(1)));
    expect(some).toContain('Failed at:  "data.items.1.n"');
    const none = failureOf(() => expect(received).not.toSatisfyPath('data.items.*.n', equals(1)));
    expect(none).toContain('Failed at:  "data.items.0.n"');
  });

  test.each([
    ['throws', (value: { x: { y: boolean } }) => value.x.y, 'the check threw TypeError'],
    ['returns no boolean', (() => 1) as never, 'The check returned a number'],
    ['returns a promise', (async () => false) as never, 'The check returned a promise'],
  ])('a check that %s fails in both voices', (_what, check, reason) => {
    expect(failureOf(() => expect(received).toSatisfyPath('data.status', check))).toContain(reason);
    expect(failureOf(() => expect(received).not.toSatisfyPath('data.status', check))).toContain(reason);
  });
});

test('$http belongs to an ApiAnswer', () => {
  expect(responseOf(BODY, 201)).toSatisfyPath('$http.status', equals(201));
  expect(responseOf(BODY)).toSatisfyPath('$http.headers.content-type', 'application/json');
  expect(responseOf(BODY, 201)).toSatisfyPath('_http_status', 201);
  expect(() => expect(BODY).toSatisfyPath('$http.status', equals(200))).toThrow('nothing');
  expect(() => expect(BODY).not.toSatisfyPath('$http.status', equals(500))).toThrow('nothing');
});

test('the failure shows path, expected and received in both voices', () => {
  expect(failureOf(() => expect(BODY).toSatisfyPath('data.status', equals('ready', { description: 'it is up' }))))
    .toBe(`expect(received).toSatisfyPath(path, check)

Path:      "data.status"
Meaning:   it is up
Expected:  equal to "ready"
Received:  "pending"`);
  expect(failureOf(() => expect(BODY).not.toSatisfyPath('data.status', equals('pending'))))
    .toBe(`expect(received).not.toSatisfyPath(path, check)

Path:      "data.status"
Expected:  not equal to "pending"
Received:  "pending"`);
  expect(failureOf(() => expect({ data: { checks: [] } }).toSatisfyPath('data.checks.0.passed', true)))
    .toBe(`expect(received).toSatisfyPath(path, check)

Path:      "data.checks.0.passed"
Expected:  equal to true
Received:  nothing: the path stops at "data.checks", an empty array`);
});

test('toSatisfy looks at the value itself, of an ApiAnswer at its body', () => {
  expect(5).toSatisfy(allOf(greaterThan(4), notEquals(6)));
  expect(responseOf(['a'])).toSatisfy(['a']);
  expect(5).not.toSatisfy(greaterThan(5));
  expect(() => expect(undefined).not.toSatisfy(equals(1))).toThrow('nothing');
  expect(failureOf(() => expect(5).toSatisfy(greaterThan(5)))).toBe(`expect(received).toSatisfy(check)

Expected:  a number greater than 5
Received:  5`);
});

describe('toHavePath', () => {
  const ofAxios = { data: { error: 'boom' }, status: 500, statusText: 'x', headers: {}, config: {} };
  test.each([
    ['undefined', undefined],
    ['a Map', new Map([['error', 1]])],
    ['a Response', new Response('{"error":"boom"}')],
    ['an axios response', ofAxios],
    ['a Function', () => 1],
    ['a Error', new Error('x')],
  ])('%s is no answer, in both voices', (what, received) => {
    for (const use of [() => expect(received).toHavePath('error'), () => expect(received).not.toHavePath('error')]) {
      expect(failureOf(use)).toContain(`a response of the client or a body, received ${what}`);
    }
  });

  test('in a text no path leads anywhere, which does not deny it', () => {
    const page = responseOf('<html>502</html>');
    expect(failureOf(() => expect(page).not.toHavePath('error'))).toContain('the path stops at the top, the string');
    expect(page).not.toHavePath('$http.headers.x-missing');
    expect('a string').not.toHavePath('$http.status');
  });

  test('asks whether something is there, null too', () => {
    expect(BODY).toHavePath('data.error');
    expect(BODY).toHavePath('data.items.*.n');
    expect(BODY).not.toHavePath('data.warning');
    expect(responseOf(BODY)).toHavePath('$http.status');
    expect(BODY).not.toHavePath('$http.status');
  });

  test('some items with and some without fail in both voices', () => {
    const mixed = { items: [{ secret: 1 }, {}] };
    expect(failureOf(() => expect(mixed).toHavePath('items.*.secret'))).toContain('"items.1.secret"');
    expect(failureOf(() => expect(mixed).not.toHavePath('items.*.secret'))).toContain('"items.0.secret"');
  });
});

/** What has no paths, and what is said of it. */
const WITHOUT_PATHS: readonly (readonly [received: unknown, reason: string])[] = [
  [page('<html>502</html>', 'text/html; charset=utf-8'), 'the response is not JSON (text/html, 16 characters)'],
  [page('', 'text/plain'), 'the response is not JSON (text/plain, empty)'],
  [page('', undefined), 'the response is not JSON (empty)'],
  [responseOf(null), 'the response is null'],
  [responseOf('text'), 'the response is a string (4 characters)'],
  [responseOf(5), 'the response is a number, 5'],
  [responseOf(false), 'the response is a boolean, false'],
  ['😀', 'the received value is a string (1 character)'],
  ['', 'the received value is a string (0 characters)'],
  [null, 'the received value is null'],
  [true, 'the received value is a boolean, true'],
  [0, 'the received value is a number, 0'],
];

function page(body: string, type: string | undefined): object {
  return { ...responseOf(body, 502), headers: type === undefined ? {} : { 'content-type': type } };
}

describe.each(WITHOUT_PATHS)('%j has no paths', (received, reason) => {
  const uses: readonly (readonly [string, () => void])[] = [
    ['toHavePath', () => expect(received).toHavePath('error')],
    ['.not.toHavePath', () => expect(received).not.toHavePath('error')],
    ['.not.toHavePath of items', () => expect(received).not.toHavePath('data.*.error')],
    ...[isMissing(), isNone(), optional(equals(1)), anyOf(isMissing(), equals(1)), exists(), notEquals(1)].flatMap(
      (check) =>
        [
          ['toSatisfyPath', () => expect(received).toSatisfyPath('data.error', check)],
          ['.not.toSatisfyPath', () => expect(received).not.toSatisfyPath('data.error', check)],
          ['toSatisfyPaths', () => expect(received).toSatisfyPaths({ error: check })],
          ['.not.toSatisfyPaths', () => expect(received).not.toSatisfyPaths({ error: check })],
        ] as const,
    ),
  ];
  test.each(uses)('%s fails and says so', (_name, use) => {
    expect(failureOf(use)).toContain(`${reason}, so it has no keys`);
  });

  test('the value itself can be checked', () => {
    expect(received).toHavePath('');
    expect(received).toSatisfyPath('', not(isMissing()));
    expect(received).toSatisfy(not(isMissing()));
  });
});

test('of a response that is not JSON the status can be checked, and the message says where it is', () => {
  const received = page('<html>502</html>', 'text/html');
  expect(received).toSatisfyPaths({ '$http.status': 502, '$http.headers.x-none': isMissing(), '': startsWith('<') });
  expect(failureOf(() => expect(received).toHavePath('error'))).toMatch(/its\s+status is at \$http\.status/);
  expect(failureOf(() => expect(received).not.toHavePath('error'))).not.toContain('Hint:');
});

describe('toSatisfyPaths', () => {
  test('holds when every check does; not, when at least one does not', () => {
    expect(BODY).toSatisfyPaths({ success: true, 'data.status': exists() });
    expect(BODY).not.toSatisfyPaths({ success: true, 'data.status': 'ready' });
  });

  test('shows every failed path', () => {
    const message = failureOf(() =>
      expect(BODY).toSatisfyPaths({ success: false, 'data.error': null, 'data.status': 'ready', 'data.run': exists() }),
    );
    expect(message).toMatch(/^expect\(received\)\.toSatisfyPaths\(checks\)\n\nsuccess\n/);
    expect(message).toContain('data.status\n    expected: equal to "ready"\n    received: "pending"');
    expect(message).toContain('data.run\n');
    expect(message).not.toContain('data.error\n');
  });

  test('under .not fails when all hold, and when a path leads nowhere', () => {
    expect(() => expect(BODY).not.toSatisfyPaths({ success: true, 'data.status': exists() })).toThrow(
      'not equal to true',
    );
    const missing = failureOf(() => expect(BODY).not.toSatisfyPaths({ success: false, 'data.stauts': 'ready' }));
    expect(missing).toContain('data.stauts\n');
    expect(missing).toContain('.not.toHavePath(path)');
  });
});
