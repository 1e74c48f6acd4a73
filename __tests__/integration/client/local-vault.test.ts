import { createClient } from '../../../src/client/client';
import type { Exchange } from '../../../src/client/client-options';
import { type AppServer, startAppServer } from '../../support/app-server';
import { rejection } from '../../support/rejection';

const VAULT = '/workflows/v1/dev/local-vault';
const START = '/workflows/v1/start';
const GUID = '00000000000000000000000000000001';

let server: AppServer;
beforeEach(async () => {
  server = await startAppServer();
});
afterEach(() => server.close());

const client = (timeout = 10_000) => createClient({ serverHost: server.url, query: { all: '1' }, timeout });
const sent = () => server.requests.map(({ path, body }) => [path, body]);

it('is given the flat credentials, and the workflow the guid', async () => {
  const credentials = { username: 'me', port: 5432, extra: { a: 1 } };
  const exchanges: Exchange[] = [];
  const args = { credentials, connection: { name: 'c' } };
  const response = await client().workflow(args, {
    headers: { 'x-a': 'b' },
    query: { own: '1' },
    onExchange: (exchange) => exchanges.push(exchange),
  });

  expect(response.body.success).toBe(true);
  expect(sent()).toEqual([
    [VAULT, credentials],
    [START, { credential_guid: GUID, connection: { name: 'c' } }],
  ]);
  expect(server.requests.map(({ query }) => query)).toEqual([{ all: '1' }, { all: '1', own: '1' }]);
  expect(server.requests[0]?.headers['x-a']).toBe('b');
  expect(exchanges.map(({ request }) => request.url)).toEqual([
    `${server.url}${VAULT}?all=1`,
    `${server.url}${START}?all=1&own=1`,
  ]);
  expect(args.credentials).toBe(credentials);
});

it('is given pairs as flat credentials', async () => {
  await client().workflow({
    credentials: [
      { key: 'username', value: 'me' },
      { key: 'extra.a', value: '1' },
    ],
  });
  expect(sent()[0]).toEqual([VAULT, { username: 'me', extra: { a: '1' } }]);
});

it('is asked once per distinct credentials, also at once', async () => {
  const one = client();
  await Promise.all([one.workflow({ credentials: { a: 1 } }), one.workflow({ credentials: { a: 1 } })]);
  await one.workflow({ credentials: { a: 2 } });
  await one.workflow({ credentials: { a: 1 }, x: 1 });
  expect(server.requests.filter(({ path }) => path === VAULT).map(({ body }) => body)).toEqual([{ a: 1 }, { a: 2 }]);
  expect(sent().at(-1)).toEqual([START, { credential_guid: GUID, x: 1 }]);
});

it.each([403, 404])(
  'that is not there (%s): the credentials are sent along, and it is not asked again',
  async (status) => {
    server.respond(`POST ${VAULT}`, { status, json: { detail: 'Dev-only endpoint' } });
    const one = client();
    await one.workflow({ credentials: { a: 1 } });
    await one.workflow({ credentials: { a: 1 } });
    expect(sent()).toEqual([
      [VAULT, { a: 1 }],
      [START, { credentials: { a: 1 } }],
      [START, { credentials: { a: 1 } }],
    ]);
  },
);

it.each([
  [{ credential_guid: 'own', credentials: { a: 1 } }],
  [{ credentials: null }],
  [{ credentials: 'garbage' }],
  [{ credentials: [1, 2] }],
  [{ connection: {} }],
  [['not', 'an', 'object']],
])('is not asked for %j', async (args) => {
  await client().workflow(args as never);
  expect(sent()).toEqual([[START, args]]);
});

describe('that fails', () => {
  it.each([
    [{ status: 500, json: { detail: 'disk full' } }, `POST ${VAULT} returned 500: disk full.`],
    [{ status: 500, raw: 'Internal Server Error' }, `POST ${VAULT} returned 500: Internal Server Error.`],
    [{ status: 422, json: { detail: [{ input: { password: 's3cret' } }] } }, `POST ${VAULT} returned 422.`],
    [{ json: { success: true, data: {} } }, `POST ${VAULT} returned 200, without data.credential_guid.`],
    [{ raw: 'ok' }, `POST ${VAULT} returned 200: ok, without data.credential_guid.`],
  ])('with %j: the workflow is not started', async (reply, why) => {
    server.respond(`POST ${VAULT}`, reply);
    const error = await rejection(client().workflow({ credentials: { password: 's3cret' } }));
    expect(error).toMatchObject({ code: 'VAULT_FAILED', why: `${why}\nThe workflow was not started.` });
    expect(error.fix).toBeTruthy();
    expect(error.message).not.toContain('s3cret');
    expect(sent().map(([path]) => path)).toEqual([VAULT]);
  });

  it.each([
    [{ fault: 'reset' }, /got no response\.\nECONNRESET/],
    [{ fault: 'never' }, /did not respond within 1000 ms/],
    [{ raw: '{', headers: { 'content-type': 'application/json' } }, /an invalid JSON body/],
  ] as const)('with %j: the cause is told, and both exchanges', async (reply, why) => {
    server.respond(`POST ${VAULT}`, reply);
    const exchanges: Exchange[] = [];
    const call = client(1_000).workflow({ credentials: {} }, { onExchange: (exchange) => exchanges.push(exchange) });
    const error = await rejection(call);
    expect(error.code).toBe('VAULT_FAILED');
    expect(error.why).toMatch(why);
    expect(exchanges.map((exchange) => exchange.error !== undefined)).toEqual([true]);
  });

  it('fails only the call that asked: one that waited for the same credentials asks by itself', async () => {
    let asked = 0;
    server.respond(`POST ${VAULT}`, () => ((asked += 1) === 1 ? { status: 500, json: {} } : undefined));
    const one = client();
    const exchanges: Exchange[] = [];
    const calls = [
      one.workflow({ credentials: {} }),
      one.workflow({ credentials: {} }, { onExchange: (exchange) => exchanges.push(exchange) }),
    ];
    expect((await Promise.allSettled(calls)).map(({ status }) => status)).toEqual(['rejected', 'fulfilled']);
    expect(exchanges).toHaveLength(2);
  });

  it('is asked again next time', async () => {
    const one = client();
    server.respond(`POST ${VAULT}`, { status: 500, json: {} });
    await rejection(one.workflow({ credentials: {} }));
    server.respond(`POST ${VAULT}`, () => undefined);
    expect((await one.workflow({ credentials: {} })).status).toBe(200);
  });
});
