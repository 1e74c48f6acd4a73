import axios, { type CreateAxiosDefaults } from 'axios';
import { createClient } from '../../../src/client/client';
import type { Exchange } from '../../../src/client/client-options';
import { type AppServer, startAppServer } from '../../support/app-server';

const ROUTE = 'POST /workflows/v1/auth';

let server: AppServer;
beforeEach(async () => {
  server = await startAppServer();
});
afterEach(() => server.close());

const BIG = 9007199254740993n;
const JSON_TYPE = { 'content-type': 'application/json' };
const apis = {
  item: { method: 'GET', path: '/items/{id}' },
  add: { method: 'POST', path: '/items' },
} as const;

const client = () => createClient({ serverHost: server.url, apis });
const theirs = (options: CreateAxiosDefaults = {}) =>
  createClient({ serverHost: server.url, apis, axios: axios.create(options) });

it.each([
  ['our own requests', client],
  ["a user's axios", theirs],
  ["a user's axios with axios' own adapter", () => theirs({ adapter: 'http' })],
  [
    "a user's axios that parses by itself",
    () => theirs({ transformResponse: (data: string) => JSON.parse(data) as unknown }),
  ],
])('are exact in both directions: %s', async (_who, create) => {
  server.respond('POST /items', { raw: '{"id":9007199254740993,"more":[-9007199254740993,1.5]}', headers: JSON_TYPE });
  const exchanges: Exchange[] = [];
  const asking = create();
  const { body } = await asking.call(
    'add' as never,
    { id: BIG, list: [BIG, 5n] },
    { onExchange: (one) => exchanges.push(one) },
  );
  expect(body).toEqual({ id: BIG, more: [-BIG, 1.5] });
  expect(server.requests[0]?.text).toBe('{"id":9007199254740993,"list":[9007199254740993,5]}');
  expect(exchanges[0]?.request.body).toMatchObject({ id: BIG });
  server.respond('GET /items/9007199254740993', { json: {} });
  await asking.call(
    'item' as never,
    { id: body.id as unknown, after: BIG, in: { ids: [BIG] } },
    { query: { trace: BIG as never } },
  );
  expect(decodeURIComponent(server.requests[1]?.target ?? '')).toBe(
    '/items/9007199254740993?after=9007199254740993&in={"ids":[9007199254740993]}&trace=9007199254740993',
  );
});

it.each([undefined, 'text/plain', 'application/json; charset=utf-8', 'application/problem+json'])(
  'are read by the content type: %s',
  async (type) => {
    server.respond(ROUTE, { raw: '9007199254740993', headers: type === undefined ? {} : { 'content-type': type } });
    expect((await client().auth()).body).toBe(type === 'text/plain' ? '9007199254740993' : BIG);
  },
);

it('are digits in credentials, also within extra and in JSON', async () => {
  await client().auth({ credentials: { port: BIG, ids: [BIG], extra: { id: BIG } } });
  expect(server.requests[0]?.body).toEqual({
    credentials: [
      { key: 'port', value: '9007199254740993' },
      { key: 'ids', value: '[9007199254740993]' },
      { key: 'extra.id', value: '9007199254740993' },
    ],
  });
});

it('reach the vault as they are, each other one as another', async () => {
  const asking = client();
  await asking.workflow({ credentials: { account: BIG } });
  await asking.workflow({ credentials: { account: BIG + 1n } });
  const vaults = server.requests.filter(({ path }) => path.endsWith('/dev/local-vault'));
  expect(vaults.map(({ text }) => text)).toEqual(['{"account":9007199254740993}', '{"account":9007199254740994}']);
});
