import { equals } from '../../../src/assertions';
import { createClient } from '../../../src/client/client';
import { resolveOptions } from '../../../src/config/resolve-options';
import { lazy } from '../../../src/lazy';
import { runScenario } from '../../../src/runner/run-scenario';
import type { ScenarioResult } from '../../../src/runner/scenario-result';
import type { AnyApiScenario } from '../../../src/scenario/scenario';
import { type AppServer, startAppServer } from '../../support/app-server';
import { runOneScenario } from '../../support/run-one-scenario';

let app: AppServer;
beforeEach(async () => {
  app = await startAppServer();
});
afterEach(() => app.close());

const run = (fields: Partial<AnyApiScenario>) =>
  runOneScenario(app.url, { assertThat: { '$http.status': equals(200) }, ...fields });
const bodies = (): unknown[] => app.requests.map(({ text, body }) => body ?? text);
const failed = ({ outcomes }: ScenarioResult) => outcomes.filter(({ passed }) => !passed);

describe('rawBody and method', () => {
  test('are sent, without credentials from anywhere', async () => {
    const refused = { assertThat: { '$http.status': equals(422) } };
    expect(await run({ rawBody: '{bad', ...refused })).toMatchObject({ success: true, request: { body: '{bad' } });
    expect(await run({ rawBody: lazy(() => Buffer.from('[1]')), ...refused })).toMatchObject({ success: true });
    expect(await run({ method: 'GET', assertThat: { '$http.status': equals(405) } })).toMatchObject({ success: true });
    expect(bodies()).toEqual(['{bad', [1], '']);
  });

  test('a lazy that returns neither a string nor bytes fails, and nothing is sent', async () => {
    const result = await run({ rawBody: lazy(() => ({}) as never) });
    expect(result.error?.message).toMatch(
      /Invalid `rawBody`: expected a string or bytes, but the lazy returned an empty object/,
    );
    expect(app.requests).toEqual([]);
  });
});

describe('changeArgs', () => {
  test('gets the arguments with their lazies resolved, and what it returns is sent', async () => {
    const args = lazy(() => ({ credentials: { username: 'test_user', password: 'test_pass' } }));
    await run({ args, changeArgs: ({ credentials: { username } }) => ({ credentials: { username } }) });
    expect(bodies()).toEqual([{ credentials: [{ key: 'username', value: 'test_user' }] }]);
  });

  test('gets what is built from parts', async () => {
    const changeArgs = async (args: object) => ({ ...args, more: true });
    await run({ api: 'preflight', credentials: {}, metadata: { databases: [] }, changeArgs });
    expect(bodies()).toEqual([{ credentials: [], metadata: { databases: [] }, more: true }]);
  });

  test.each<[string, () => unknown, string]>([
    [
      'throws',
      () => {
        throw new Error('oops');
      },
      '`changeArgs` threw',
    ],
    ['returns nothing', () => undefined, '`args` must be an object'],
    ['returns what cannot be sent', () => ({ a: undefined }), 'a is undefined'],
  ])('that %s fails the scenario, and nothing is sent', async (_what, changeArgs, message) => {
    expect((await run({ args: {}, changeArgs })).error?.message).toContain(message);
    expect(app.requests).toEqual([]);
  });
});

describe('mustNotStart', () => {
  const start = (fields: Partial<AnyApiScenario> = {}) =>
    run({ api: 'workflow', args: { workflow_id: 'oops' }, mustNotStart: true, ...fields });

  test('holds where the app refuses', async () => {
    app.respond('POST /workflows/v1/start', { status: 422, json: { detail: 'no' } });
    const result = await start({ assertThat: { '$http.status': equals(422) } });
    expect(result).toMatchObject({ success: true, outcomes: [{}, { path: 'mustNotStart', passed: true }] });
  });

  test('stops and names what was started all the same, with the headers of the scenario', async () => {
    const result = await start({ headers: { 'x-tenant': 't' } });
    expect(failed(result)).toMatchObject([
      {
        path: 'mustNotStart',
        received: expect.stringMatching(/^workflow oops \(run run-\d+\), which was stopped$/) as string,
      },
    ]);
    expect(app.requests.at(-1)).toMatchObject({
      path: expect.stringMatching(/\/stop\/oops\/run-/) as string,
      headers: { 'x-tenant': 't' },
    });
  });

  test('also when the status says that nothing was started', async () => {
    const json = { data: { workflow_id: 'w', run_id: 'r' } };
    app.respond('POST /workflows/v1/start', { status: 400, json });
    app.respond('POST /workflows/v1/stop/w/r', { status: 500, json: { detail: 'no' } });
    expect(failed(await start({ assertThat: { '$http.status': 400 } }))).toMatchObject([
      { received: 'workflow w (run r), which could not be stopped: POST …/stop returned 500: no' },
    ]);
    app.respond('POST /workflows/v1/start', { json: { data: { workflow_id: {}, run_id: 'r' } } });
    expect(failed(await start())).toMatchObject([{ received: 'a workflow whose id is not a string' }]);
    app.respond('POST /workflows/v1/start', { json: { data: { workflow_id: 'w' } } });
    expect(failed(await start())).toMatchObject([{ received: 'workflow w, which has no run_id to stop' }]);
  });
});

describe('forbidSecretsInResponses', () => {
  const secret = 'f0rb1dden/é"x';
  const credentials = { username: 'svc_reader_1', password: secret };
  const auth = (json: unknown, headers = {}, fields: Partial<AnyApiScenario> = {}) => {
    app.respond('POST /workflows/v1/auth', { json, headers });
    return run({ args: { credentials }, forbidSecretsInResponses: true, ...fields });
  };
  const paths = (result: ScenarioResult): string[] => failed(result).map(({ path }) => path);

  test('a response without a secret passes, also with the name of the user', async () => {
    const result = await auth({ data: { identities: ['svc_reader_1'] }, wrong: 'wrong' });
    expect(result).toMatchObject({ success: true });
    expect(result.outcomes.at(-1)).toMatchObject({ path: 'forbidSecretsInResponses', passed: true });
  });

  test('it names each place, and the request', async () => {
    const result = await auth(
      { message: `no: ${secret}`, items: [{ 'a.b': secret }] },
      { 'x-echo': encodeURIComponent(secret) },
    );
    expect(paths(result)).toEqual(['message', 'items.0.a\\.b', '$http.headers.x-echo']);
    expect(failed(result)[0]?.reason).toBe('a secret is in the response to POST /workflows/v1/auth');
  });

  test.each([
    ['URL-encoded', encodeURIComponent(secret)],
    ['Base64', Buffer.from(secret).toString('base64')],
    ['escaped as JSON', JSON.stringify(JSON.stringify(secret))],
    ['in a longer Base64', Buffer.from(`user:${secret}:x`).toString('base64')],
  ])('it finds it %s', async (_how, text) => {
    expect(paths(await auth({ detail: `<${text}>` }))).toEqual(['detail']);
  });

  test('a key, a number and a text without JSON count', async () => {
    const numeric = { args: { credentials: { password: '918273645' } } };
    expect(paths(await auth({ pin: 918273645 }, {}, numeric))).toEqual(['pin']);
    expect(paths(await auth({ [secret]: 1 }))).toEqual(['']);
    app.respond('POST /workflows/v1/auth', { raw: `<p>${secret}`, headers: { 'content-type': 'text/html' } });
    expect(paths(await run({ args: { credentials }, forbidSecretsInResponses: true }))).toEqual(['']);
  });

  test('a secret in a header, in the query, in a raw body, or one that the environment has', async () => {
    process.env['STANDARD_TEST_TOKEN'] = 'from-env-7x';
    const fields: Partial<AnyApiScenario> = {
      rawBody: '{"apiKey":"in-raw-body-1"}',
      headers: { authorization: 'Bearer in-header-22', 'x-any': 'from-env-7x' },
      query: { token: 'in-query-333' },
    };
    app.respond('POST /workflows/v1/auth', ({ text, headers, target }) => ({ json: { text, headers, target } }));
    const { args: _none, ...result } = { args: 0, ...(await run({ ...fields, forbidSecretsInResponses: true })) };
    expect(paths(result).sort()).toEqual(['headers.authorization', 'headers.x-any', 'target', 'text']);
    delete process.env['STANDARD_TEST_TOKEN'];
  });

  test('a user that equals the password may be returned', async () => {
    const same = { args: { credentials: { username: 'same-text-1', password: 'same-text-1' } } };
    expect(await auth({ data: ['same-text-1'] }, {}, same)).toMatchObject({ success: true });
  });

  test('the vault and what a workflow returned count, and each attempt', async () => {
    app.respond('POST /workflows/v1/dev/local-vault', ({ text }) => ({
      json: { data: { credential_guid: 'g', text } },
    }));
    app.respond('GET /workflows/v1/result/w', { json: { data: { result: { conn: secret } } } });
    const fields = { api: 'workflow', args: { credentials, workflow_id: 'w' }, waitFor: 'COMPLETED' } as const;
    const result = await run({ ...fields, forbidSecretsInResponses: true });
    expect(paths(result)).toEqual(['data.text', '$workflow.result.conn']);
    expect(failed(result)[0]?.reason).toContain('/dev/local-vault');
    expect(failed(result)[1]?.reason).toBe('a secret is in what the workflow returned');
  });

  test('the option of the block counts, and the scenario’s own goes before it', async () => {
    app.respond('POST /workflows/v1/auth', { json: { secret } });
    const options = resolveOptions({
      ...{ config: {}, environment: {}, startedAppUrl: app.url },
      options: { forbidSecretsInResponses: true },
    });
    const scenario: AnyApiScenario = {
      name: 'a',
      api: 'auth',
      args: { credentials },
      assertThat: { '$http.status': 200 },
    };
    const client = createClient({ serverHost: app.url });
    const results = [scenario, { ...scenario, forbidSecretsInResponses: false }].map((each) =>
      runScenario({ scenario: each, options, client, context: {} }),
    );
    expect((await Promise.all(results)).map(({ success }) => success)).toEqual([false, true]);
    client.close();
  });
});
