import { equals } from '../../../../src/assertions';
import { lazy } from '../../../../src/lazy';
import { buildCall } from '../../../../src/runner/request/build-call';
import type { AnyApiScenario } from '../../../../src/scenario/scenario';

const block = { headers: {}, query: {}, timeout: 30_000, hookTimeout: 1_000 };
const scenarioWith = (fields: Partial<AnyApiScenario>): AnyApiScenario => ({
  name: 'a',
  api: 'auth',
  ...(fields.api === 'config' ? {} : { args: {} }),
  assertThat: { success: equals(true) },
  ...fields,
});
const build = (fields: Partial<AnyApiScenario>, over = {}, context = {}) =>
  buildCall(scenarioWith(fields), { ...block, ...over }, { context, results: {} });

test('args, headers and query are resolved, and merged over those of the block', async () => {
  const call = await build(
    {
      args: lazy(({ context }) => ({ credentials: { username: context.user } })),
      headers: { 'x-a': lazy(() => 'scenario'), 'x-n': 5 },
      query: lazy(() => ({ type: 'workflows' })),
      timeout: 7_000,
    },
    { headers: { 'x-a': 'block', 'x-b': lazy(async () => 'block') }, query: { q: true } },
    { user: 'me' },
  );

  expect(call).toEqual({
    args: { credentials: { username: 'me' } },
    options: {
      headers: { 'x-a': 'scenario', 'x-b': 'block', 'x-n': '5' },
      query: { q: 'true', type: 'workflows' },
      timeout: 7_000,
    },
  });
});

test('empty args are sent as they are; a config scenario sends its parts', async () => {
  await expect(build({})).resolves.toMatchObject({ args: {} });
  await expect(build({ api: 'config', configWorkflowId: 'x', configPayload: null })).resolves.toMatchObject({
    args: { configWorkflowId: 'x', configPayload: null },
  });
});

test('undefined is refused, with each path', async () => {
  const args = lazy(() => ({ credentials: { username: undefined, password: undefined, host: 'h' } }));

  await expect(build({ args })).rejects.toMatchObject({
    code: 'INVALID_ARGS',
    message: expect.stringMatching(
      /^2 values are undefined; nothing was sent\.\n\n\s+Why: credentials\.username is undefined\n\s+credentials\.password is undefined\n\s+Fix: set the missing environment variable/,
    ),
  });
});

test('undefined in a header is refused', async () => {
  const headers = { authorization: lazy(() => undefined as never) };
  await expect(build({ headers })).rejects.toMatchObject({
    what: 'headers.authorization is undefined; nothing was sent.',
    why: 'JSON would drop it, so the request would arrive without it.',
  });
});

test('a lazy that forgot its return is told so', async () => {
  await expect(build({ args: lazy(() => undefined) as never })).rejects.toMatchObject({
    code: 'INVALID_ARGS',
    why: 'the lazy returned undefined.',
  });
});

test.each([
  ['undefined', lazy(() => undefined as never)],
  ['a text', lazy(() => 'abc' as never)],
  ['a list', lazy(() => ['a'] as never)],
  ['a null inside', { 'x-a': lazy(() => null as never) }],
  ['an object inside', { 'x-a': lazy(() => ({ token: 1 }) as never) }],
])('headers and query that come to %s are refused', async (_what, values) => {
  await expect(build({ headers: values })).rejects.toMatchObject({ code: 'INVALID_ARGS' });
  await expect(build({ query: values })).rejects.toMatchObject({ code: 'INVALID_ARGS' });
});

test('a lazy that throws is named with what it threw, and where', async () => {
  const args = lazy(() => {
    throw new TypeError('no token');
  });
  await expect(build({ args })).rejects.toMatchObject({
    code: 'LAZY_FAILED',
    why: 'TypeError: no token',
    stack: expect.stringMatching(/Fix: [^\n]*\n +See: [^\n]*#lazy_failed\n +at [^\n]*build-call\.test\.ts:\d+/),
  });
});

test('a lazy that never settles is given up after hookTimeout', async () => {
  const args = lazy(() => new Promise<never>(() => undefined));
  await expect(build({ args }, { hookTimeout: 20 })).rejects.toMatchObject({ code: 'HOOK_TIMEOUT' });
});

test('what is undefined in a scenario that needs others may have been read from their answers', async () => {
  const call = build({ needs: ['start'], args: lazy(() => ({ id: undefined })) });
  await expect(call).rejects.toThrow(
    /id is undefined; nothing was sent\.[^]*\n\s+Fix: if it is read from `results`, check the response of start;/,
  );
});

test('all requests of a scenario have one id of its own, unless the user says one', async () => {
  const over = { correlationHeader: 'X-Request-ID' };
  const headerOf = async (fields: Partial<AnyApiScenario> = {}): Promise<unknown> =>
    (await build(fields, over)).options.headers;
  expect(await headerOf()).toEqual({ 'X-Request-ID': expect.stringMatching(/^[0-9a-f-]{36}$/) });
  expect(await headerOf()).not.toEqual(await headerOf());
  expect(await headerOf({ headers: { 'X-Request-ID': 'mine' } })).toEqual({ 'X-Request-ID': 'mine' });
  // The client takes the last of two that differ in case only.
  expect(Object.entries((await headerOf({ headers: { 'x-request-id': 'mine' } })) as object).at(-1)).toEqual([
    'x-request-id',
    'mine',
  ]);
});
