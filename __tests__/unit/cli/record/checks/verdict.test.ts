import { differentVerdict, verdictFirst } from '../../../../../src/cli/record/checks/verdict';
import type { Observation } from '../../../../../src/strength/observation';

const seen = (body: unknown, status = 200): Observation => ({ status, headers: {}, durationMs: 1, body });

const preflight = (status: string, ...checks: readonly (readonly [string, boolean])[]) => ({
  success: true,
  preflight: { status, checks: checks.map(([name, passed]) => ({ name, passed })) },
});

test.each<[string, Observation, Observation, string]>([
  ['status', seen({}), seen({}, 500), 'the status was 200, then 500'],
  ['success', seen({ success: true }), seen({ success: false }), '`success` was true, then false'],
  ['a success that is missing', seen({ success: true }), seen({}), '`success` was true, then absent'],
  [
    'a login',
    seen({ data: { status: 'success' } }),
    seen({ data: { status: 'invalid_credentials' } }),
    '`data.status` was success, then invalid_credentials',
  ],
  [
    'a preflight',
    seen(preflight('ready')),
    seen(preflight('partial')),
    'the status of the preflight was ready, then partial',
  ],
  [
    'a check',
    seen(preflight('partial', ['a', true], ['b', false])),
    seen(preflight('partial', ['a', false], ['b', true])),
    '`preflight.checks.a.passed` was true, then false',
  ],
  [
    'a check by its key',
    seen({ data: { authCheck: { success: true } } }),
    seen({ data: { authCheck: { success: false } } }),
    '`data.authCheck.success` was true, then false',
  ],
  [
    'a check that is missing',
    seen(preflight('ready', ['a', true])),
    seen(preflight('ready')),
    '`preflight.checks.a.passed` was true, then absent',
  ],
])('%s differs', (_what, one, other, difference) => {
  expect(differentVerdict(one, other)).toBe(difference);
});

test('content, other words and the order of checks may differ', () => {
  const one = { ...preflight('ready', ['a', true], ['b', true]), job: { status: 'queued' }, took: 1 };
  const other = { ...preflight('ready', ['b', true], ['a', true]), job: { status: 'running' }, took: 2 };
  expect(differentVerdict(seen(one), seen(other))).toBeUndefined();
});

test('a token in a status is hidden', () => {
  const token = 'ghp_abcdefABCDEFabcdefABCDEFabcdefABCDEF';
  const difference = differentVerdict(seen({ success: token }), seen({ success: true }));
  expect(difference).toMatch(/^`success` was \[redacted\], then true$/);
});

test('the verdict comes before the content, which keeps its order', () => {
  const ordered = [
    ...['$http.status', 'success', 'data.status', 'preflight.status', 'preflight.checks.*.passed'],
    ...['data.authCheck.success', 'preflight.checks.1.name', '$workflow.result.n'],
  ];
  const content = ['data.state', 'name'];
  const checks = [...content, ...ordered.slice(4), ...ordered.slice(0, 4)].map((path) => ({ path }));
  const { verdict, content: others } = verdictFirst(checks, seen({ data: { status: 'success', state: 'idle' } }));
  expect([verdict, others].map((each) => each.map(({ path }) => path))).toEqual([ordered, content]);
});
