import { equals, everyItem, exists, isEmpty, isMissing, isTrue, isUuid } from '../../../src/assertions';
import { type JudgedScenario, StrengthJudge } from '../../../src/strength/judge-strength';
import type { Observation } from '../../../src/strength/observation';
import type { StrengthRecord } from '../../../src/strength/strength-record';
import { combined, modern } from '../../support/preflight-responses';
import { recordedResponses } from '../../support/recorded-responses';

const observed = (body: unknown, status = 200): Observation => ({
  ...{ status, body, headers: { 'content-type': 'application/json' }, durationMs: 5 },
});

const recorded = (label: string): Observation => {
  const exchange = recordedResponses.find((each) => each.label === label);
  if (exchange === undefined) throw new Error(`nothing recorded as ${label}`);
  return observed(exchange.response.body, exchange.response.status);
};

const judge = (
  api: string,
  observation: Observation,
  assertThat: JudgedScenario['assertThat'],
  more: Partial<JudgedScenario> = {},
) => new StrengthJudge({ api, observation, assertThat, awaited: [], acceptsEmptyOutput: true, ...more });

const accepted = ({ accepts }: StrengthRecord): string[] => accepts.map(({ what }) => what);
const proposed = ({ proposed: checks }: StrengthRecord): string[] => checks.map(({ code }) => code);

/** In milliseconds: on a busy machine, not all fields would be judged. */
const NO_LIMIT = 60_000;

const login = recorded('auth ok');
const refusal = recorded('auth wrong password');
const ready = observed(modern('ready', { AuthCheck: true, TablesCheck: true }));
const started: Observation = {
  ...observed({ success: true, message: 'Workflow started', data: { workflow_id: 'w-1', run_id: 'r-1' } }),
  end: 'COMPLETED',
};

/** What each suite accepts, and what it is told to add. */
const SUITES: readonly (readonly [string, () => StrengthJudge, readonly string[], readonly string[]])[] = [
  [
    'a login that only looks at success',
    () => judge('auth', login, { success: equals(true) }),
    ['`data.status` is "failed"', '`data` is empty'],
    ["'data.status': equals('success')"],
  ],
  [
    'a login that looks at its status too',
    () => judge('auth', login, { success: equals(true), 'data.status': 'success' }),
    [],
    [],
  ],
  [
    'a login that only looks at the HTTP status',
    () => judge('auth', login, { '$http.status': equals(200) }),
    [
      ...['`success` is false', '`data.status` is "failed"', '`data` is empty', 'an error with status 200'],
      ...['an HTML page with status 200', 'an empty response with status 200'],
    ],
    ["'data.status': equals('success')", 'success: equals(true)'],
  ],
  [
    'a refusal that looks at success',
    () => judge('auth', refusal, { success: equals(false) }),
    ['an error with status 500'],
    ["'$http.status': equals(401)"],
  ],
  ['a refusal that looks at its status', () => judge('auth', refusal, { '$http.status': equals(401) }), [], []],
  [
    'a refusal that nothing distinguishes from a success',
    () => judge('auth', refusal, { message: exists() }),
    ['a success with status 200', 'a success with status 200 and no data', 'an error with status 500'],
    ["'$http.status': equals(401)"],
  ],
  [
    'a preflight that only looks at success',
    () => judge('preflight', ready, { success: equals(true) }),
    [
      '`preflight.status` is "not_ready"',
      'every preflight check failed',
      'the preflight check "authCheck" failed',
      'the preflight check "tablesCheck" failed',
      'no preflight check ran',
    ],
    ["'preflight.checks.*.passed': isTrue()", "'preflight.status': equals('ready')"],
  ],
  [
    'a preflight that looks at its status and at each check',
    () =>
      judge('preflight', ready, {
        ...{ success: equals(true), 'preflight.status': equals('ready') },
        'preflight.checks': everyItem((check: { passed: boolean }) => check.passed),
      }),
    [],
    [],
  ],
  [
    'a preflight with one failed check that is allowed to fail',
    () =>
      judge('preflight', observed(combined('partial', { AuthCheck: true, CreateCheck: false })), {
        ...{ success: equals(true), 'data.status': equals('partial') },
      }),
    ['every preflight check failed', 'no preflight check ran', 'every preflight check passed'],
    ["'data.authCheck.success': isTrue()", "'data.createCheck.success': isFalse()"],
  ],
  [
    'a preflight that is refused',
    () =>
      judge('preflight', observed(modern('not_ready', { AuthCheck: true, TablesCheck: false })), {
        'preflight.status': equals('not_ready'),
      }),
    ['an error with status 500'],
    ["'$http.status': equals(200)"],
  ],
  [
    'a list of metadata',
    () => judge('metadata', observed({ success: true, data: [{ name: 'a' }] }), { success: isTrue(), data: exists() }),
    ['`data` is empty'],
    ['data: isNotEmpty()'],
  ],
  [
    'a list of metadata that is empty on purpose',
    () => judge('metadata', observed({ success: true, data: [] }), { success: isTrue(), data: isEmpty() }),
    [],
    [],
  ],
  [
    'a workflow that is only started',
    () => judge('workflow', started, { success: isTrue(), 'data.workflow_id': exists(), 'data.run_id': exists() }),
    ['the workflow fails after its start', 'the workflow completes without any records'],
    ["waitFor: 'COMPLETED'", 'recordRules: [nonEmpty()]'],
  ],
  [
    'a workflow whose end is awaited',
    () =>
      judge(
        'workflow',
        { ...started, workflow: { status: 'COMPLETED', durationMs: 9, result: { tables: 4 } } },
        { success: isTrue() },
        { awaited: ['COMPLETED'] },
      ),
    ['the workflow completes without any records'],
    ["'$workflow.result.tables': greaterThan(0)"],
  ],
  [
    'a workflow whose output is checked',
    () => judge('workflow', started, { success: isTrue() }, { awaited: ['COMPLETED'], acceptsEmptyOutput: false }),
    [],
    [],
  ],
  [
    'a workflow that has to fail',
    () =>
      judge(
        'workflow',
        { ...started, end: 'FAILED', workflow: { status: 'FAILED', durationMs: 9, error: 'refused' } },
        { success: isTrue() },
        { awaited: ['FAILED', 'COMPLETED'] },
      ),
    ['the workflow completes'],
    ["waitFor: 'FAILED'"],
  ],
  [
    'a start that is refused',
    () => judge('workflow', observed({ detail: 'Invalid entrypoint.' }, 400), { 'data.run_id': isMissing() }),
    ['a success with status 200', 'a success with status 200 and no data', 'an error with status 500'],
    ["'$http.status': equals(400)"],
  ],
  [
    'a start that must not start anything',
    () => judge('workflow', observed({}, 400), { 'data.hits': isMissing() }, { mustNotStart: true }),
    ['a success with status 200', 'a success with status 200 and no data', 'an error with status 500'],
    ["'$http.status': equals(400)"],
  ],
  [
    'an API of the app itself',
    () => judge('search', observed({ hits: [{ id: 1 }], total: 1 }), { '$http.status': 200 }),
    [
      ...['`hits` is empty', 'an error with status 200', 'an HTML page with status 200'],
      'an empty response with status 200',
    ],
    ['hits: isNotEmpty()'],
  ],
];

test.each(SUITES)('%s', (_name, create, accepts, checks) => {
  const record = create().record();
  expect(accepted(record)).toEqual(accepts);
  expect(proposed(record)).toEqual(checks);
  expect(record.broken.total - record.broken.noticed).toBe(accepts.length);
  expect(record.accepts.every(({ noticedBy }) => checks.includes(noticedBy ?? ''))).toBe(true);
});

test('a preflight that reports its status twice has one status', () => {
  const twice = observed(combined('ready', { AuthCheck: true }));
  const record = judge('preflight', twice, { success: isTrue(), 'preflight.checks.*.passed': isTrue() }).record();
  expect(accepted(record)).toEqual(['`data.status` and `preflight.status` are "not_ready"']);
});

test('a proposed check notices what was accepted, and passes for the real response', () => {
  const record = judge('preflight', ready, { success: equals(true) }).record();
  const assertThat = {
    ...{ success: equals(true), 'preflight.checks.*.passed': isTrue(), 'preflight.status': equals('ready') },
  };
  expect(proposed(record)).toHaveLength(2);
  const after = judge('preflight', ready, assertThat);
  expect(after.passes(ready)).toBe(true);
  expect(accepted(after.record())).toEqual([]);
});

test('a path that is left open on purpose counts in neither score', () => {
  const open = ['data.status', 'message', 'data.sttus'];
  const assertThat = { success: equals(true) };
  const [all, some] = [undefined, open].map((accept) => judge('auth', login, assertThat, { accept }).record(NO_LIMIT));
  expect(accepted(some as StrengthRecord)).toEqual(['`data` is empty']);
  expect(some?.broken.total).toBe(Number(all?.broken.total) - 1);
  expect(some?.unchecked.map(({ path }) => path)).not.toContain('message');
  expect(some?.idleAccepts).toEqual(['data.sttus']);
  const ofBlock = judge('auth', login, assertThat, { acceptOfBlock: open }).record(NO_LIMIT);
  expect(ofBlock).toEqual({ ...some, idleAccepts: [] });
});

test('each field is changed in each way, and what goes unnoticed is listed', () => {
  const record = judge('search', observed({ id: '3f0c1c1e-7f0e-4c29-9d55-0a5d0f3a4f11', n: 1, list: [{ a: null }] }), {
    ...{ id: isUuid(), 'list.0.a': null },
  }).record(NO_LIMIT);
  expect(record.unchecked).toEqual([{ path: 'n', changes: ['gone', 'null', 'another value', 'another type'] }]);
  expect(record.fields).toEqual({ noticed: 14, total: 18 });
});

test('each check is called at most once per mutant, and one that throws has noticed', () => {
  let calls = 0;
  const check = (): boolean => {
    calls += 1;
    if (calls > 1) throw new Error('enough');
    return true;
  };
  const strength = judge('auth', login, { '': check });
  expect(strength.passes(login)).toBe(true);
  const { broken, fields } = strength.record(NO_LIMIT);
  expect([broken.noticed, fields.noticed]).toEqual([broken.total, fields.total]);
  expect(calls).toBe(1 + broken.total + fields.total);
});

test('with strictPaths, a check that only passes because of a typo notices nothing it should not', () => {
  const assertThat = { 'data.eror': (value: unknown) => value === undefined };
  expect(judge('auth', login, assertThat, { strictPaths: true }).passes(login)).toBe(false);
});

test('no value of the response is part of the record', () => {
  const secret = { success: true, data: { status: 'success', tenant: 'value-of-mine', items: ['value-of-mine'] } };
  const text = JSON.stringify(judge('auth', observed(secret), { message: isEmpty() }).record());
  expect(text).not.toContain('value-of-mine');
});

test('the fields of a large response are judged in part, and its broken copies in full', () => {
  const rows = Array.from({ length: 20_000 }, (_, index) => ({ name: `table_${index}`, columns: ['a', 'b'] }));
  const assertThat = { success: equals(true), data: everyItem((row: { name: string }) => row.name !== '') };
  const strength = judge('metadata', observed({ success: true, data: rows }), assertThat);
  const record = strength.record(0);
  expect([record.broken.total, record.fields.total]).toEqual([6, 4]);
  expect(strength.record(NO_LIMIT).fields.total).toBe(24);
});
