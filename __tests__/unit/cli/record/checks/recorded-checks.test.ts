import { PreparedChecks } from '../../../../../src/assertions/prepared-checks';
import { assertThatOf, checksContent, recordedChecks } from '../../../../../src/cli/record/checks/recorded-checks';
import type { IsHidden } from '../../../../../src/cli/record/checks/value-check';
import { printCode } from '../../../../../src/cli/record/code/print-code';
import { hiddenTexts } from '../../../../../src/cli/record/requests/hidden-texts';
import { parseJson } from '../../../../../src/json/exact-json';
import { createRedactor } from '../../../../../src/redaction/redactor';
import { type Observation, subjectOf } from '../../../../../src/strength/observation';
import { formsOf } from '../../../../support/forms-of-secret';

const seen = (body: unknown, more: Partial<Observation> = {}): Observation => ({
  ...{ status: 200, headers: {}, durationMs: 1, body },
  ...more,
});

interface Options {
  readonly api?: string;
  readonly payload?: unknown;
  readonly isHidden?: IsHidden;
}

const DEFAULT_HIDDEN = hiddenTexts([], createRedactor());

/** The checks as code, by path. */
function checksOf(bodies: readonly unknown[], { api = 'search', isHidden = DEFAULT_HIDDEN, payload }: Options = {}) {
  const observations = bodies.map((body) => seen(body)) as [Observation, ...Observation[]];
  const { checks } = recordedChecks({ api, observations, isHidden, payload });
  return Object.fromEntries(checks.map(({ path, code }) => [path, printCode(code)]));
}

const STATUS = { '$http.status': 'equals(200)' };
const FILLED = 'allOf(isString(), isNotEmpty())';

test.each<[string, unknown, string | undefined]>([
  ['enabled', true, 'equals(true)'],
  ['limit_of_items', 10, 'isInteger()'],
  ['retries', 3, 'isInteger()'],
  ['weekday', 0, 'isInteger()'],
  ['pin', 4321, 'isInteger()'],
  ['status', 404, 'equals(404)'],
  ['status_code', 200, 'equals(200)'],
  ['code', 4321, 'isInteger()'],
  ['success', 1, 'equals(1)'],
  ['warnings', 0, 'isInteger()'],
  ['greeting', 'Good morning', FILLED],
  ['display_name', 'Ann Lee', FILLED],
  ['owner', 'ann', FILLED],
  ['owner', null, undefined],
  ['platform', 'linux', FILLED],
  ['last_login', 'never', FILLED],
  ['published_on', true, 'isBoolean()'],
  ['month', 'March', FILLED],
  ['name', 'orders', "equals('orders')"],
  ['type', 'table', "equals('table')"],
  ['error_code', 'NO_ACCESS', "equals('NO_ACCESS')"],
  ['phase', 'COMPLETED', "equals('COMPLETED')"],
  ['phase', 'partial', "equals('partial')"],
  ['description', '', 'isString()'],
  ['retries', 0.25, 'isNumber()'],
  ['error', null, 'isNull()'],
  ['mode', 'not_ready', "equals('not_ready')"],
  ['message', 'Preflight check ready', "equals('Preflight check ready')"],
  ['message', '', "equals('')"],
  ['message', 'Table count: 5', FILLED],
  ['message', 'missing: OTHER', FILLED],
  ['message', 'no user "ann"', FILLED],
  ['run_id', 'abc', FILLED],
  ['expires_at', '', 'isString()'],
  ['expires_at', null, undefined],
  ['at', '2025-02-28T10:00:00Z', 'isIsoDate()'],
  ['correlation', 'c4e6d4ba-6280-4922-a49a-cb902a585e59', 'isUuid()'],
  ['total_duration_ms', 0, 'isNumber()'],
  ['tableCount', 5, 'isInteger()'],
  ['version', '1.2.3', FILLED],
  ['when', '2025-02-28', 'isIsoDate()'],
])('%s: %j, twice the same', (key, value, code) => {
  const body = { fixed: true, [key]: value };
  const expected = code === undefined ? {} : { [key]: code };
  expect(checksOf([body, body])).toEqual({ ...STATUS, fixed: 'equals(true)', ...expected });
});

test.each<[unknown, unknown, string | undefined]>([
  ['one', 'two', FILLED],
  ['one', '', 'isString()'],
  [1, 2, 'isInteger()'],
  [1, 2.5, 'isNumber()'],
  [true, false, 'isBoolean()'],
  [null, 'one', `anyOf(isNull(), ${FILLED})`],
  [1, 'one', undefined],
  [[], [1], 'isList()'],
  [{}, {}, 'isDict()'],
  [9007199254740993n, 9007199254740995n, 'isInteger()'],
])('%p, then %p', (one, two, code) => {
  expect(
    checksOf([
      { fixed: true, field: one },
      { fixed: true, field: two },
    ]),
  ).toEqual({
    ...{ ...STATUS, fixed: 'equals(true)' },
    ...(code === undefined ? {} : { field: code }),
  });
});

test('items are checked by what all of them have in common', () => {
  const items = [
    { name: 'sales', kind: 'table', rows: 3, owner: null, children: [{ name: 'a' }] },
    { name: 'hr', kind: 'table', rows: 0, owner: 'ann', children: [], extra: true },
  ];
  expect(
    checksOf([
      { items, names: ['a', 'b'], empty: [] },
      { items, names: ['a', ''], empty: [] },
    ]),
  ).toEqual({
    ...STATUS,
    'items.*.name': FILLED,
    'items.*.kind': FILLED,
    'items.*.rows': 'isInteger()',
    'items.*.owner': `anyOf(isNull(), ${FILLED})`,
    'items.*.children': 'isList()',
    names: 'everyItem(isString())',
    empty: 'isList()',
  });
  expect(checksOf([[{ name: 'a' }]])).toEqual({ ...STATUS, '*.name': FILLED });
  expect(checksOf([{ mixed: [1, 'a'] }])).toEqual({ ...STATUS, mixed: 'isNotEmpty()' });
});

test('metadata are checked by kind, also where they are one object', () => {
  const body = { success: true, data: { catalog: 'finance', count: 2 } };
  const expected = { ...STATUS, success: 'equals(true)', 'data.catalog': FILLED, 'data.count': 'isInteger()' };
  expect(checksOf([body, body], { api: 'metadata' })).toEqual(expected);
});

test('a configuration that was written is compared as a whole, unless the app changes it', () => {
  const payload = { schedule: 'daily', list: [1, null] };
  const code = "equals({ schedule: 'daily', list: [1, null] })";
  expect(checksOf([{ data: payload }], { api: 'config', payload })).toEqual({ ...STATUS, data: code });
  const changed = { data: { ...payload, more: true } };
  expect(checksOf([changed], { api: 'config', payload })).toEqual({
    ...STATUS,
    'data.schedule': "equals('daily')",
    'data.list': 'equals([1, null])',
    'data.more': 'equals(true)',
  });
});

test('a preflight with a failed check says which one, by its place', () => {
  const checks = [
    { name: 'authCheck', passed: true },
    { name: 'createPermission', passed: false },
  ];
  const all = checks.map((check) => ({ ...check, passed: true }));
  const body = (list: unknown) => ({ success: true, preflight: { status: 'partial', checks: list } });
  expect(checksOf([body(checks)], { api: 'preflight' })).toMatchObject({
    'preflight.checks.1.name': "equals('createPermission')",
    'preflight.checks.1.passed': 'equals(false)',
    'preflight.checks.*.passed': 'isBoolean()',
  });
  expect(checksOf([body(all)], { api: 'preflight' })).toHaveProperty(['preflight.checks.*.passed'], 'isTrue()');
});

test('of a workflow, what it counted has to be more than nothing', () => {
  const result = { status: 'success', tables: 4, seconds: 3, failed: 0, path: '/tmp/a', nested: { a: 1 } };
  const observations = [seen({ success: true }, { workflow: { status: 'COMPLETED', result } })] as const;
  const { checks } = recordedChecks({ api: 'workflow', observations, isHidden: () => false });
  expect(Object.fromEntries(checks.map(({ path, code }) => [path, printCode(code)]))).toMatchObject({
    '$workflow.result.status': "equals('success')",
    '$workflow.result.tables': 'greaterThan(0)',
    '$workflow.result.seconds': 'isNumber()',
    '$workflow.result.failed': 'isInteger()',
    '$workflow.result.path': FILLED,
  });
});

const HOSTILE = ['*/', '`${process.exit()}`', '</script>', '\u2028', "'); process.exit(); ('", '\\', '\ud800', '\n'];

test.each(HOSTILE)('%j stays a string: as a value, a key and a part of a list', (text) => {
  const body = { value: text, [`key ${text}`]: true, list: [text], nested: { [text]: { [text]: true } } };
  const codes = checksOf([body, body]);
  expect(codes).toMatchObject({ value: FILLED, list: `everyItem(${FILLED})` });
  // Evaluated as code, the keys are those of the body.
  const printed = `({ ${Object.keys(codes)
    .map((path) => printCode({ kind: 'object', fields: [[path, { kind: 'plain', text: '0' }]] }).slice(1, -1))
    .join(',')} })`;
  expect(printed).not.toMatch(/[\u2028\n]|\ud800(?![\udc00-\udfff])/);

  expect(Object.keys(eval(printed) as object)).toEqual(Object.keys(codes));
});

test('every check passes for what was seen, whatever the keys are', () => {
  const text = `{ "__proto__": { "a": true }, "": true, "a.b": true, "c[0]": true, "d'\\"e": true, "$http": true, "$x": 1,
    " f ": true, "*": true, "-1": true, "constructor": true, "toString": "word", "huge": 12345678901234567890,
    "exact": 9007199254740993, "tiny": 1e-7, "half": "\\ud800", "_http_status": 7, "list": [[1], [2]], "nothing": {} }`;
  const bodies = [parseJson(text), parseJson(text)] as [unknown, unknown];
  const observations = [seen(bodies[0]), seen(bodies[1])] as const;
  const { checks } = recordedChecks({ api: 'search', observations, isHidden: () => false });
  const paths = checks.map(({ path }) => path);
  expect(paths).toEqual(
    expect.arrayContaining(['a\\.b', 'c\\[0]', 'd\'"e', '*', '-1', 'constructor', 'toString', 'huge']),
  );
  for (const absent of ['__proto__', '', '$http', '$x', '_http_status', ' f ']) expect(paths).not.toContain(absent);
  expect(new PreparedChecks(assertThatOf(checks)).allPass(subjectOf(observations[0]))).toBe(true);
});

test('what contains a secret is checked by kind, and is not written in any form', () => {
  const secret = 'cAn4ry-secret/é"+&%';
  const redactor = createRedactor();
  redactor.learn({ credentials: { password: secret, username: 'svc_reader' } });
  const isHidden = (text: string): boolean => redactor.text(text) !== text;
  const forms = formsOf(secret).slice(0, -1);
  const body = Object.fromEntries([
    ...forms.map((form, index) => [`echo${index}x`, `said ${form}`]),
    ...forms.map((form) => [form, true]),
    ['user', 'svc_reader'],
    ['message', 'fine'],
  ]) as Record<string, unknown>;
  const codes = checksOf([body, body], { isHidden });
  const written = JSON.stringify(codes);
  for (const form of [...forms, 'svc_reader']) expect(written).not.toContain(JSON.stringify(form).slice(1, -1));
  expect(codes).toMatchObject({ message: "equals('fine')", user: FILLED });
});

test.each<[string, unknown, string]>([
  ['client_secret', 'alpha', FILLED],
  ['apiKey', 'alpha', FILLED],
  ['private_key', 'alpha', FILLED],
  ['bearer', 'alpha', FILLED],
  ['cookie', '', 'isString()'],
  ['otp', 123456, 'isInteger()'],
  ['password', 1, 'isInteger()'],
  ['access_token', true, 'isBoolean()'],
])('%s: %j, a secret that the app makes up, is checked by kind', (key, value, code) => {
  const body = { success: true, data: { [key]: value } };
  expect(checksOf([body, body])).toEqual({ ...STATUS, success: 'equals(true)', [`data.${key}`]: code });
});

test('below a container of secrets, or an owner, everything is checked by kind', () => {
  const body = {
    credentials: { name: 'alpha', more: [{ type: 'alpha' }] },
    extra: { code: 'alpha' },
    owner: { name: 'Ann' },
  };
  expect(checksOf([body, body])).toEqual({
    ...STATUS,
    'credentials.name': FILLED,
    'credentials.more.*.type': FILLED,
    'extra.code': FILLED,
    'owner.name': FILLED,
  });
});

test.each(['ghp_abcdefABCDEFabcdefABCDEFabcdefABCDEF', 'q7Zk2mP9xW4vT8nB3cY6'])('the key %s makes no path', (token) => {
  const body = { success: true, tokens: { [token]: { name: 'alpha' } } };
  const codes = checksOf([body, body]);
  expect(Object.keys(codes)).toEqual(['$http.status', 'success', 'tokens']);
  expect(codes['tokens']).toMatch(/isDict/);
});

test('bodies that are no objects, and those that have nothing in common', () => {
  expect(checksOf(['pong'])).toEqual({ ...STATUS, '': "equals('pong')" });
  expect(checksOf(['pong 1', 'pong 2'])).toEqual({ ...STATUS, '': FILLED });
  expect(checksOf([{}, {}])).toEqual({ ...STATUS, '': 'isDict()' });
  const of = (...bodies: readonly [unknown, unknown]): boolean =>
    checksContent(
      recordedChecks({ api: 'a', observations: [seen(bodies[0]), seen(bodies[1])], isHidden: () => false }).checks,
    );
  expect([of({ a: 1 }, { b: 1 }), of({ a: 1 }, 'text'), of({ a: 1 }, { a: 2 })]).toEqual([false, false, true]);
});

test.each<[unknown, unknown, string]>([
  [{ db_2024: { x: 1 } }, { db_2024: { x: 1 } }, 'allOf(isDict(), isNotEmpty())'],
  [{ db_2024: { x: 1 } }, { db_2025: { x: 1 } }, 'allOf(isDict(), isNotEmpty())'],
  [{ db_2024: { x: 1 } }, {}, 'isDict()'],
  [[[{ 2024: 1 }]], [[{ 2025: 1 }]], 'everyItem(isList())'],
])('an object without keys that can be checked: %j, then %j', (one, other, code) => {
  const codes = checksOf([
    { success: true, data: one },
    { success: true, data: other },
  ]);
  expect(codes).toEqual({ ...STATUS, success: 'equals(true)', data: code });
});

test('a deep object is checked to have content', () => {
  const body = { a: { b: { c: { d: { e: { f: { g: 1 } } } } } } };
  expect(checksOf([body, body])).toEqual({ ...STATUS, 'a.b.c.d.e.f': 'allOf(isDict(), isNotEmpty())' });
});

test('at most 60 fields are checked, and the others are counted', () => {
  const body = Object.fromEntries(Array.from({ length: 100 }, (_, index) => [`f${'x'.repeat(index)}`, true]));
  const { checks, left } = recordedChecks({ api: 'a', observations: [seen(body)], isHidden: () => false });
  expect([checks.length, left]).toEqual([60, 41]);
});

test('the limit leaves out content, never the verdict', () => {
  const content = Object.fromEntries(Array.from({ length: 100 }, (_, index) => [`a${'x'.repeat(index)}`, true]));
  const checks = Array.from({ length: 40 }, (_, index) => ({ name: `check-${index}`, passed: index > 0 }));
  const body = { ...content, preflight: { checks, status: 'partial' }, success: true };
  const observations = [seen(body, { workflow: { result: { status: 'success' } } })] as const;
  const { checks: found, left } = recordedChecks({ api: 'preflight', observations, isHidden: () => false });
  const paths = found.map(({ path }) => path);
  expect(paths.slice(0, 4)).toEqual([...['$http.status', 'success', 'preflight.status'], 'preflight.checks.*.passed']);
  expect(paths).toContain('preflight.checks.39.passed');
  expect(paths.at(-1)).toBe('$workflow.result.status');
  expect([paths.length, left]).toEqual([85, 101]);
});
