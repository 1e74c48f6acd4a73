import type { AnyArgs } from '../../../src/apis/connector-apis';
import { createClient } from '../../../src/client/client';
import { DEFAULTS } from '../../../src/defaults';
import { type AppServer, startAppServer } from '../../support/app-server';
import { rejection } from '../../support/rejection';
import { UNSENDABLE_ARGS, unsendableText } from '../../support/unsendable-samples';

const GOOD = { username: 'test_user', password: 'test_pass' };

let server: AppServer;
beforeEach(async () => {
  server = await startAppServer();
});
afterEach(() => server.close());

const client = (options: object = {}) => createClient({ serverHost: server.url, ...options });
const lines = () => server.requests.map(({ method, target }) => `${method} ${target}`);

it('talks to localhost:8000 unless it is told otherwise', () => {
  expect(createClient().serverHost).toBe(DEFAULTS.serverHost);
  expect(DEFAULTS.serverHost).toBe('http://localhost:8000');
});

it('auth', async () => {
  expect(await client().auth({ credentials: GOOD })).toMatchObject({
    status: 200,
    body: { success: true, data: { status: 'success' } },
    headers: { 'content-type': 'application/json' },
    durationMs: expect.any(Number) as number,
  });
  expect(await client().auth({ credentials: { ...GOOD, password: 'wrong' } })).toMatchObject({ status: 401 });
});

it.each<[string, object]>([
  ['auth', { credentials: undefined }],
  ['auth', { credentials: GOOD, tenant: undefined }],
  ['auth', { credentials: new Map([['password', 'x']]) }],
  ['auth', { credentials: { port: NaN } }],
  ['auth', { credentials: [{ key: 'password', value: undefined }] }],
  ['preflight', { credentials: GOOD, metadata: { since: new Date(NaN) } }],
  ['workflow', { metadata: { filter: () => true } }],
])('%s with what JSON cannot carry is refused, and nothing is sent: %#', async (api, args) => {
  expect(await rejection(client().call(api as 'auth', args))).toMatchObject({ code: 'INVALID_ARGS' });
  expect(server.requests).toEqual([]);
});

const OWN = {
  list: { method: 'GET', path: '/items' },
  add: { method: 'POST', path: '/items' },
} as const;

it.each(UNSENDABLE_ARGS)('args with %s are refused with the field, and nothing is sent', async (_what, make, field) => {
  for (const api of ['auth', 'workflow', 'add', 'list']) {
    expect(await rejection(client({ apis: OWN }).call(api as 'auth', make() as AnyArgs))).toMatchObject({
      code: 'INVALID_ARGS',
      message: expect.stringMatching(unsendableText(field)) as string,
    });
  }
  expect(server.requests).toEqual([]);
});

it('half of a character in a body is sent as the escape that JSON has for it', async () => {
  await client().auth({ credentials: { ...GOOD, note: 'a\ud800' }, list: ['\udfff'] });
  expect(server.requests[0]?.text).toMatch(/"a\\ud800".*"\\udfff"/);
});

it('what is sent, and told, is read from the arguments once', async () => {
  let reads = 0;
  const bodies: unknown[] = [];
  const args = {
    get n() {
      return (reads += 1);
    },
    since: new Date(0),
    credentials: { url: new URL('http://a/b'), key: Buffer.from('ab'), at: new Date(0) },
  };
  await client().auth(args, { onExchange: ({ request }) => bodies.push(request.body) });
  expect(reads).toBe(1);
  expect(bodies).toEqual([server.requests[0]?.body]);
  expect(bodies[0]).toEqual({
    n: 1,
    since: '1970-01-01T00:00:00.000Z',
    credentials: [
      { key: 'url', value: 'http://a/b' },
      { key: 'key', value: '{"type":"Buffer","data":[97,98]}' },
      { key: 'at', value: '1970-01-01T00:00:00.000Z' },
    ],
  });
});

it('a date in the query of a GET is its text', async () => {
  await client({ apis: OWN }).call('list' as 'auth', { since: new Date(0), sets: [new Date(0)] });
  expect(server.requests[0]?.query).toEqual({ since: '1970-01-01T00:00:00.000Z', sets: '1970-01-01T00:00:00.000Z' });
});

it('a user name with a percent sign of its own is no error', () => {
  expect(createClient({ serverHost: 'http://me:100%@localhost:1' }).serverHost).toBe('http://localhost:1');
});

it('preflight', async () => {
  const response = await client().preflight({ credentials: GOOD, metadata: { databases: ['MY_DB'] } });
  expect(response.body.preflight.status).toBe('ready');
});

it('metadata', async () => {
  const { body } = await client().metadata({ credentials: GOOD });
  expect(body.data).toHaveLength(2);
});

it('a workflow, from its start to its end', async () => {
  const one = client();
  const { workflow_id: id, run_id: run } = (await one.workflow({ credentials: GOOD, workflow_id: 'a/b c' })).body.data;
  expect(id).toBe('a/b c');
  expect((await one.status(id, run)).body.data.status).toBe('COMPLETED');
  expect((await one.result(id, { wait: true })).body.data.result).toEqual({ n: 3 });
  expect((await one.stop(id, run)).body).toEqual({ success: true, message: 'Workflow terminated successfully' });
  expect(lines().slice(2)).toEqual([
    `GET /workflows/v1/status/a%2Fb%20c/${run}`,
    'GET /workflows/v1/result/a%2Fb%20c?wait=true',
    `POST /workflows/v1/stop/a%2Fb%20c/${run}`,
  ]);
});

it('config, to get and to update', async () => {
  const one = client();
  expect(await one.config({ configWorkflowId: 'wf' })).toMatchObject({ status: 404 });
  await one.config({ configWorkflowId: 'wf', configPayload: { schedule: 'daily' }, type: 'x' });
  expect((await one.config({ configWorkflowId: 'wf', type: 'x' })).body.data).toEqual({ schedule: 'daily' });
  expect(lines()).toEqual([
    'GET /workflows/v1/config/wf',
    'POST /workflows/v1/config/wf?type=x',
    'GET /workflows/v1/config/wf?type=x',
  ]);
});

it('health, on the path it is told', async () => {
  expect((await client().health()).body).toEqual({ status: 'healthy' });
  expect((await client({ healthPath: '/server/ready' }).health()).body).toEqual({ status: 'ok' });
});

it('keeps a path prefix everywhere', async () => {
  const prefixed = await startAppServer({ prefix: '/apps/demo' });
  const one = createClient({ serverHost: `${prefixed.url}/`, apis: { up: { method: 'GET', path: '/health' } } });
  expect((await one.auth({ credentials: GOOD })).status).toBe(200);
  expect((await one.workflow({ credentials: GOOD })).status).toBe(200);
  expect((await one.health()).status).toBe(200);
  expect((await one.call('up' as never)).status).toBe(200);
  expect(prefixed.requests.every(({ target }) => target.startsWith('/apps/demo/') && !target.includes('//'))).toBe(
    true,
  );
  await prefixed.close();
});

it("sends a workflow to the client's endpoint, or the call's, with the entry point", async () => {
  const one = client({ workflowEndpoint: '/extract' });
  await one.workflow({});
  await one.workflow({}, { endpoint: '/mine', entrypoint: 'miner' });
  await client().workflow({}, { endpoint: '/start?entrypoint=miner' });
  expect(lines()).toEqual([
    'POST /workflows/v1/extract',
    'POST /workflows/v1/mine?entrypoint=miner',
    'POST /workflows/v1/start?entrypoint=miner',
  ]);
});

it('calls an API of its own', async () => {
  const apis = { search: { method: 'GET', path: '/search/{index}' }, save: { method: 'PUT', path: '/items/{id}' } };
  const one = client({ apis });
  await one.call('search' as never, { index: 'a/b', q: ['x', 'y'], page: 2 });
  await one.call('save' as never, { id: 7, name: 'n' });
  expect(lines()).toEqual(['GET /search/a%2Fb?q=x&q=y&page=2', 'PUT /items/7']);
  expect(server.requests[1]?.body).toEqual({ name: 'n' });
});

it.each([[[1, 2]], ['text'], [null]])('sends the garbage %j of a negative test', async (garbage) => {
  await client().auth(garbage as never);
  expect(server.requests[0]?.text).toBe(JSON.stringify(garbage));
});

it('sends a user name and a password in the address as a header', async () => {
  const one = createClient({ serverHost: server.url.replace('//', '//me:p%40ss@') });
  await one.health();
  expect(one.serverHost).toBe(server.url);
  expect(server.requests[0]?.headers.authorization).toBe(`Basic ${Buffer.from('me:p@ss').toString('base64')}`);
});

describe('what is wrong is told before anything is sent', () => {
  afterEach(() => expect(server.requests).toHaveLength(0));

  it.each([
    [() => client().call('preflihgt' as never), 'INVALID_OPTIONS', /Unknown API "preflihgt"; did you mean "preflight"/],
    [() => client({ apis: { find: { method: 'GET', path: '/' } } }).call('fnd' as never), 'INVALID_OPTIONS', /"find"/],
    [() => client().call('toString' as never), 'INVALID_OPTIONS', /Unknown API "toString"/],
    [() => client().auth({}, { timeout: '5' as never }), 'INVALID_OPTIONS', /the options of auth, timeout/],
    [() => client().auth({}, { header: {} } as never), 'INVALID_OPTIONS', /did you mean: headers/],
    [() => client().auth({}, { endpoint: '/mine' }), 'INVALID_OPTIONS', /`endpoint` has no effect for this API/],
    [
      () => client().config({ configWorkflowId: 'a' }, { entrypoint: 'x' }),
      'INVALID_OPTIONS',
      /`entrypoint` has no effect/,
    ],
    [
      () => client().auth({ credentials: { password: undefined } }),
      'INVALID_ARGS',
      /credentials.password is undefined/,
    ],
    [() => client().config({} as never), 'INVALID_ARGS', /configWorkflowId is missing/],
    [() => client().status('', 'run'), 'INVALID_ARGS', /workflowId is ""/],
    [() => client().stop('wf', undefined as never), 'INVALID_ARGS', /runId is missing/],
  ])('%s', async (call, code, message) => {
    const error = await rejection(call());
    expect(error.code).toBe(code);
    expect(error.message).toMatch(message);
    expect(error.fix).toBeTruthy();
  });
});

describe('options', () => {
  const message = (options: unknown): string => {
    try {
      createClient(options as never);
    } catch (error) {
      expect(error).toMatchObject({ code: 'INVALID_OPTIONS' });
      return (error as Error).message;
    }
    throw new Error('expected createClient to throw');
  };

  it('are all checked at once', () => {
    const text = message({
      serverHost: 'localhost:8000',
      timeot: 5,
      headers: { a: {} },
      apis: { auth: {}, x: { path: 1 } },
    });
    expect(text).toContain("did you mean: 'http://localhost:8000'");
    expect(text).toContain('did you mean: timeout');
    expect(text).toContain('createClient, headers: expected an object with string values');
    expect(text).toMatch(
      /createClient, apis\.auth: expected another name: auth, preflight, metadata, workflow,\s+config are built in/,
    );
    expect(text).toContain('createClient, apis.x, method: expected one of GET, POST, PUT, PATCH, DELETE');
    expect(text).toContain('createClient, apis.x, path: expected a path');
  });

  it.each([
    [null],
    ['http://localhost:8000'],
    [{ serverHost: '' }],
    [{ serverHost: 'ftp://h' }],
    [{ serverHost: 'http://h?a=1' }],
    [{ serverHost: 8000 }],
    [{ timeout: 0 }],
    [{ timeout: NaN }],
    [{ timeout: Infinity }],
    [{ workflowEndpoint: 5 }],
    [{ axios: {} }],
    [{ apis: [] }],
    [{ apis: { x: 'GET /' } }],
  ])('%j are not valid', (options) => {
    expect(message(options)).toContain('Fix: ');
  });

  it('show no password of an address', () => {
    expect(message({ serverHost: 'http://me:s3cret@h?x=1' })).not.toContain('s3cret');
    expect(message({ serverHost: 'me:s3cret@h:80' })).not.toContain('s3cret');
  });

  it('may be undefined', () => {
    expect(createClient({ serverHost: undefined, timeout: undefined } as never).serverHost).toBe(DEFAULTS.serverHost);
  });
});
