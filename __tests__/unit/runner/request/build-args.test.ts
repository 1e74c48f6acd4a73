import { equals } from '../../../../src/assertions';
import { lazy } from '../../../../src/lazy';
import { buildCall } from '../../../../src/runner/request/build-call';
import type { PartSource } from '../../../../src/runner/request/call';
import type { AnyApiScenario } from '../../../../src/scenario/scenario';

const before = { ...process.env };
const set = (variables: Record<string, string>) => Object.assign(process.env, variables);
afterEach(() => {
  for (const name of Object.keys(process.env)) if (name.startsWith('E2E_')) delete process.env[name];
  Object.assign(process.env, before);
});

const credentials = { username: 'me' };

async function build(fields: Partial<AnyApiScenario>, over: object = {}, context: object = {}) {
  const scenario: AnyApiScenario = { name: 'auth_valid', api: 'auth', assertThat: { a: equals(1) }, ...fields };
  const block = { headers: {}, query: {}, timeout: 30_000, hookTimeout: 1_000, applicationName: 'pg', ...over };
  let sources: readonly PartSource[] = [];
  const call = await buildCall(scenario, block, { context, results: {}, onParts: (all) => (sources = all) });
  return { ...call, sources: sources.map(({ part, from }) => `${part}: ${from}`) };
}

const all = {
  metadata: { databases: ['d'] },
  connection: () => ({ name: 'c' }),
  connectionConfig: lazy(() => ({ a: 1 })),
  checksToRun: ({ context }: { context: { checks: string[] } }) => context.checks,
  preflightTimeout: 60_001,
  entrypoint: async () => 'miner',
};

test.each([
  ['auth', { credentials }],
  ['metadata', { credentials, connection_config: { a: 1 } }],
  ['workflow', { credentials, metadata: { databases: ['d'] }, connection: { name: 'c' } }],
  [
    'preflight',
    {
      credentials,
      metadata: { databases: ['d'] },
      connection_config: { a: 1 },
      checks_to_run: ['one'],
      timeout_seconds: 61,
    },
  ],
] as const)('%s takes of its block what it understands, by its names on the wire', async (api, args) => {
  const call = await build({ api }, { ...all, credentials }, { checks: ['one'] });
  expect(call).toMatchObject({ args, options: { entrypoint: 'miner' } });
  expect(Object.keys(call.args as object).sort()).toEqual(Object.keys(args).sort());
});

test('a part of the scenario stands instead of the block’s', async () => {
  const metadata = { own: true };
  const call = await build({ api: 'workflow', metadata, credentials, entrypoint: 'own' }, { ...all, requires: [] });
  expect(call).toMatchObject({ args: { metadata, credentials }, options: { entrypoint: 'own' } });
  expect(call.sources).toEqual(['credentials: the scenario', 'metadata: the scenario', 'connection: the block']);
});

test('an API of one’s own takes nothing of the block', async () => {
  await expect(build({ api: 'search' as 'auth' }, { ...all, credentials })).resolves.toMatchObject({
    args: {},
    options: { entrypoint: undefined },
  });
});

test('a whole path as `endpoint` leaves the block’s entry point out', async () => {
  const call = await build({ api: 'workflow', credentials, endpoint: '/start?entrypoint=x' }, all);
  expect(call.options.entrypoint).toBeUndefined();
});

test('a function is called for each scenario, a lazy is made once', async () => {
  let count = 0;
  const parts = { metadata: () => ({ count: (count += 1) }), connectionConfig: lazy(() => ({ count: (count += 1) })) };
  const args = [];
  for (let time = 0; time < 2; time += 1) args.push((await build({ api: 'preflight', credentials, ...parts })).args);
  expect(args).toMatchObject([
    { metadata: { count: 1 }, connection_config: { count: 2 } },
    { metadata: { count: 3 }, connection_config: { count: 2 } },
  ]);
});

describe('credentials', () => {
  const variables = { E2E_PG_HOST: 'app', E2E_PG_USERNAME: 'app', E2E_PG_PORT: '5432', E2E_PG_EXTRA_ROLE: 'app' };
  const ofScenario = { E2E_AUTH_VALID_USERNAME: 'scenario', E2E_AUTH_VALID_2_HOST: 'other' };

  test('application, scenario, block: the later wins, by name, within extra too', async () => {
    set({ ...variables, ...ofScenario });
    const call = await build(
      {},
      {
        credentials: lazy(() => ({ host: 'block', extra: { database: 'block' } })),
        variableOwners: new Set(['E2E_AUTH_VALID_', 'E2E_AUTH_VALID_2_']),
      },
    );

    expect(call.args).toEqual({
      credentials: {
        ...{ host: 'block', username: 'scenario', port: '5432' },
        extra: { role: 'app', database: 'block' },
      },
    });
    expect(call.sources.sort()).toEqual([
      'credentials.extra.database: the block',
      'credentials.extra.role: E2E_PG_EXTRA_ROLE',
      'credentials.host: the block',
      'credentials.port: E2E_PG_PORT',
      'credentials.username: E2E_AUTH_VALID_USERNAME',
    ]);
  });

  test('the scenario’s own stand instead of all others', async () => {
    set(variables);
    const buildCredentials = () => ({ a: 1 });
    await expect(build({ credentials }, { credentials: { b: 2 }, buildCredentials })).resolves.toMatchObject({
      args: { credentials },
      sources: ['credentials: the scenario'],
    });
  });

  test('args stand instead of everything', async () => {
    set(variables);
    await expect(build({ args: { a: 1 } }, { ...all, credentials })).resolves.toMatchObject({
      args: { a: 1 },
      sources: [],
    });
  });

  test('buildCredentials makes of them what is sent; one without an argument is asked only if there are none', async () => {
    const transforms = async (found: object, scenario: { name: string }, context: { token: string }) => ({
      ...found,
      ...{ from: scenario.name, token: context.token },
    });
    const makes = () => ({ made: true });
    const context = { token: 't' };

    await expect(build({}, { buildCredentials: makes })).resolves.toMatchObject({
      args: { credentials: { made: true } },
      sources: ['credentials: buildCredentials'],
    });
    set({ E2E_PG_HOST: 'h' });
    const transformed = await build({}, { buildCredentials: transforms }, context);
    expect(transformed.args).toEqual({ credentials: { host: 'h', from: 'auth_valid', token: 't' } });
    expect(transformed.sources).toEqual([
      'credentials.host: E2E_PG_HOST',
      'credentials: buildCredentials, from the above',
    ]);
    await expect(build({}, { buildCredentials: makes })).resolves.toMatchObject({
      args: { credentials: { host: 'h' } },
    });
  });

  test('none at all: nothing is sent, and it says where it looked', async () => {
    set({ E2E_PGG_HOST: 'h' });
    await expect(build({})).rejects.toMatchObject({
      code: 'INVALID_ARGS',
      what: 'There are no credentials for the scenario "auth_valid", so nothing was sent.',
      why: expect.stringMatching(
        /no variable E2E_PG_\* or E2E_AUTH_VALID_\* is set\.\n\s*set, but for other scenarios or apps: E2E_PGG_HOST/,
      ),
    });
    await expect(build({}, { applicationName: undefined })).rejects.toMatchObject({
      why: expect.stringContaining('ATLAN_APPLICATION_NAME is not set'),
    });
    await expect(build({ credentials: {} })).resolves.toMatchObject({ args: { credentials: {} } });
  });

  test.each([
    [{ E2E_PG_USERNAME: 'me', E2E_PG_PASSWORD: '' }, 'credentials.password', 'E2E_PG_PASSWORD'],
    [{ E2E_PG_PASSWORD: 'app', E2E_AUTH_VALID_PASSWORD: '' }, 'credentials.password', 'E2E_AUTH_VALID_PASSWORD'],
    [{ E2E_PG_EXTRA_ROLE: '' }, 'credentials.extra.role', 'E2E_PG_EXTRA_ROLE'],
  ])('%j is refused: what is set to nothing is neither left out nor replaced', async (environment, path, variable) => {
    set(environment);
    await expect(build({})).rejects.toMatchObject({
      code: 'INVALID_ARGS',
      what: `${path} is undefined: ${variable} is empty; nothing was sent.`,
      fix: expect.stringContaining('set the variable to a value'),
    });
  });

  test('a later place may fill in what is set to nothing', async () => {
    set({ E2E_PG_PASSWORD: '' });
    await expect(build({}, { credentials: { password: 'block' } })).resolves.toBeDefined();
  });
});

test.each([
  ['metadata is undefined', { metadata: lazy(() => undefined as never) }, {}],
  ['credentials.password is undefined', { credentials: () => ({ password: undefined }) }, {}],
  ['A lazy threw[^]*no metadata', { metadata: () => Promise.reject(new Error('no metadata')) }, {}],
  [
    '`buildCredentials` threw',
    {},
    {
      buildCredentials: (_found: object) => {
        throw new Error('no');
      },
    },
  ],
  ['`buildCredentials` made undefined', {}, { buildCredentials: (_found: object) => undefined }],
  [
    '`buildCredentials` did not settle',
    {},
    { hookTimeout: 20, buildCredentials: (_found: object) => new Promise(() => undefined) },
  ],
  ['the option `credentials` is an array', {}, { credentials: lazy(() => [1]) }],
  [
    'Invalid `preflightTimeout`: the lazy returned 60[^]*did you mean 60_000',
    { credentials, preflightTimeout: () => 60 },
    {},
  ],
  [
    'Invalid `preflightTimeout`: the lazy returned "5s"',
    { credentials, preflightTimeout: lazy(() => '5s' as never) },
    {},
  ],
  [
    'Invalid `entrypoint`: expected a string, but the lazy returned 5',
    { credentials, entrypoint: lazy(() => 5 as never) },
    {},
  ],
])('%s', async (message, fields, over) => {
  const built = build({ api: 'preflight', ...(fields as Partial<AnyApiScenario>) }, { credentials, ...over });
  await expect(built).rejects.toMatchObject({ stack: expect.stringMatching(new RegExp(message)) });
});
