import http from 'node:http';
import type { AddressInfo } from 'node:net';
import axios, { type AxiosError } from 'axios';
import { createClient } from '../../../../src/client/client';
import type { Exchange } from '../../../../src/client/client-options';
import { type AppServer, startAppServer } from '../../../support/app-server';
import { rejection } from '../../../support/rejection';

const ROUTE = 'POST /workflows/v1/auth';

let server: AppServer;
beforeEach(async () => {
  server = await startAppServer();
});
afterEach(() => server.close());

describe('what is recorded', () => {
  it('is what was sent', async () => {
    const exchanges: Exchange[] = [];
    const client = createClient({ serverHost: server.url, headers: { 'X-Tenant': 'a' }, query: { trace: '1' } });
    const response = await client.auth(
      { credentials: { port: 1 } },
      { headers: { 'x-tenant': 'b' }, query: { more: 'x y' }, onExchange: (exchange) => exchanges.push(exchange) },
    );
    expect(exchanges).toHaveLength(1);
    expect(Math.abs((exchanges[0]?.sentAt ?? 0) - Date.now())).toBeLessThan(60_000);
    expect(exchanges[0]).toEqual({
      sentAt: expect.any(Number) as number,
      request: {
        method: 'POST',
        url: `${server.url}/workflows/v1/auth?trace=1&more=x%20y`,
        headers: expect.objectContaining({ 'x-tenant': 'b', 'content-type': 'application/json' }) as object,
        body: { credentials: [{ key: 'port', value: '1' }] },
      },
      response,
    });
    const [received] = server.requests;
    expect(received?.headers).toMatchObject(exchanges[0]!.request.headers);
    expect(received?.target).toBe('/workflows/v1/auth?trace=1&more=x%20y');
  });

  it('has the failed ones, with the error that is thrown', async () => {
    const exchanges: Exchange[] = [];
    server.respond(ROUTE, { fault: 'reset' });
    const client = createClient({ serverHost: server.url });
    const error = await rejection(client.auth({}, { onExchange: (exchange) => exchanges.push(exchange) }));
    const request = expect.objectContaining({ method: 'POST', body: {} }) as object;
    expect(exchanges).toEqual([{ request, sentAt: expect.any(Number) as number, error, phase: 'waiting' }]);
  });

  it('has no body where there was none', async () => {
    const client = createClient({ serverHost: server.url });
    await client.health({ onExchange: ({ request }) => expect(request).not.toHaveProperty('body') });
    await client.stop('a', 'b', { onExchange: ({ request }) => expect(request).not.toHaveProperty('body') });
    expect(server.requests.map(({ text, headers }) => [text, headers['content-type']])).toEqual([
      ['', undefined],
      ['', undefined],
    ]);
    expect.assertions(3);
  });
});

it('HTTP_PROXY is not obeyed', async () => {
  const proxy = http.createServer((_request, response) => response.end('proxied'));
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
  const address = `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`;
  const before = { ...process.env };
  Object.assign(process.env, { HTTP_PROXY: address, http_proxy: address, NODE_USE_ENV_PROXY: '1' });
  delete process.env['NO_PROXY'];
  delete process.env['no_proxy'];
  try {
    expect((await createClient({ serverHost: server.url }).health()).body).toEqual({ status: 'healthy' });
    const client = createClient({ serverHost: server.url, axios: axios.create() });
    expect((await client.health()).body).toEqual({ status: 'healthy' });
  } finally {
    process.env = before;
    proxy.close();
  }
});

it('what cannot be JSON is refused before anything is sent', async () => {
  const circular: Record<string, unknown> = {};
  circular['self'] = circular;
  const error = await rejection(createClient({ serverHost: server.url }).auth(circular));
  expect(error).toMatchObject({ code: 'INVALID_ARGS', why: expect.stringContaining('circular') as string });
  expect(server.requests).toHaveLength(0);
});

describe("a user's instance", () => {
  const client = (instance: ReturnType<typeof axios.create>, timeout = 5000) =>
    createClient({ serverHost: server.url, axios: instance, timeout });

  it('has its interceptors, default headers and params; its baseURL does not act', async () => {
    const instance = axios.create({
      baseURL: 'http://no-such-host.invalid',
      headers: { 'x-default': 'd' },
      params: { version: '2' },
      auth: { username: 'me', password: 'pw' },
    });
    instance.interceptors.request.use((config) => {
      config.headers.set('x-token', 't');
      (config.data as Record<string, unknown>)['added'] = true;
      return config;
    });
    const exchanges: Exchange[] = [];
    const args = { a: 1 };
    const response = await client(instance).auth(args, { onExchange: (exchange) => exchanges.push(exchange) });

    expect(response.status).toBe(401);
    const [received] = server.requests;
    expect(received?.query).toEqual({ version: '2' });
    expect(received?.body).toEqual({ a: 1, added: true });
    expect(received?.headers).toMatchObject({ 'x-default': 'd', 'x-token': 't', authorization: 'Basic bWU6cHc=' });
    expect(exchanges[0]?.request).toMatchObject({
      url: `${server.url}/workflows/v1/auth?version=2`,
      headers: { 'x-token': 't', authorization: 'Basic bWU6cHc=' },
      body: { a: 1, added: true },
    });
    expect(args).toEqual({ a: 1 });
  });

  it('sees parsed bodies, and may change or unwrap them', async () => {
    const instance = axios.create({ validateStatus: () => true });
    instance.interceptors.response.use((response) => {
      (response.data as Record<string, unknown>)['seen'] = true;
      return response;
    });
    expect((await client(instance).auth()).body).toMatchObject({ success: false, seen: true });

    instance.interceptors.response.use((response) => (response.data as { data: never }).data);
    expect(await client(instance).auth()).toMatchObject({ status: 401, body: { status: 'invalid_credentials' } });
  });

  it('rejects 4xx inside, as axios does, and it is an answer outside', async () => {
    const instance = axios.create();
    const seen: unknown[] = [];
    instance.interceptors.response.use(undefined, (error: AxiosError) => {
      seen.push([
        axios.isAxiosError(error),
        error.response?.status,
        (error.response?.data as { message: string }).message,
      ]);
      return Promise.reject(error);
    });
    expect(await client(instance).auth()).toMatchObject({ status: 401, body: { message: 'wrong password' } });
    expect(seen).toEqual([[true, 401, 'wrong password']]);
  });

  it('may repeat a request from an interceptor', async () => {
    const instance = axios.create();
    instance.interceptors.response.use(undefined, (error: AxiosError) => {
      const config = error.config!;
      if (config.headers.has('x-token')) return Promise.reject(error);
      config.headers.set('x-token', 'fresh');
      return instance.request(config);
    });
    server.respond(ROUTE, ({ headers }) => (headers['x-token'] ? { json: 'ok' } : { status: 401, json: 'no' }));
    expect(await client(instance).auth({ a: 1 })).toMatchObject({ status: 200, body: 'ok' });
    expect(server.requests.map(({ body }) => body)).toEqual([{ a: 1 }, { a: 1 }]);
  });

  it('may repeat a request that failed', async () => {
    const instance = axios.create();
    instance.interceptors.response.use(undefined, (error: AxiosError) => {
      server.respond(ROUTE, { json: 'ok' });
      return instance.request(error.config!);
    });
    server.respond(ROUTE, { fault: 'reset' });
    expect(await client(instance).auth()).toMatchObject({ status: 200, body: 'ok' });
  });

  it.each([
    ['request', 'was not sent: an interceptor of your axios instance failed.'],
    ['response', 'returned 200, but an interceptor of your axios instance failed.'],
  ] as const)('whose %s interceptor throws: its message is told', async (kind, what) => {
    server.respond(ROUTE, { json: {} });
    const instance = axios.create();
    instance.interceptors[kind].use(() => {
      throw new Error('no token for you');
    });
    const error = await rejection(client(instance).auth());
    expect(error).toMatchObject({
      code: 'REQUEST_FAILED',
      what: `POST ${server.url}/workflows/v1/auth ${what}`,
      why: 'no token for you',
    });
  });

  it("does not take the answer to an interceptor's own request for ours", async () => {
    const instance = axios.create();
    server.respond('GET /token', { status: 403, json: { success: true } });
    instance.interceptors.request.use(async (config) => {
      await axios.get(`${server.url}/token`);
      return config;
    });
    expect(await rejection(client(instance).auth())).toMatchObject({
      code: 'REQUEST_FAILED',
      why: 'Request failed with status code 403',
    });
  });

  it('whose interceptor returns nothing is an error', async () => {
    const instance = axios.create({ validateStatus: () => true });
    instance.interceptors.response.use(() => undefined as never);
    expect(await rejection(client(instance).auth())).toMatchObject({ why: 'a response interceptor returned nothing' });
  });

  it.each([
    ['a reset', { fault: 'reset' }, 'REQUEST_FAILED'],
    ['broken JSON', { raw: '{', headers: { 'content-type': 'application/json' } }, 'INVALID_JSON'],
    ['a timeout', { fault: 'never' }, 'REQUEST_TIMEOUT'],
  ] as const)('cannot make an answer of %s', async (_name, reply, code) => {
    server.respond(ROUTE, reply);
    const instance = axios.create();
    instance.interceptors.response.use(undefined, () => ({
      status: 200,
      headers: {},
      data: { success: true },
      config: {},
    }));
    const error = await rejection(client(instance, 200).auth());
    expect(error).toMatchObject({ name: `ConnectorTestError [${code}]`, code });
    expect(axios.isAxiosError(error)).toBe(false);
  });

  it('whose interceptor hangs is ended by the timeout', async () => {
    const instance = axios.create();
    instance.interceptors.request.use(() => new Promise(() => undefined));
    expect(await rejection(client(instance, 100).auth())).toMatchObject({
      code: 'REQUEST_TIMEOUT',
      what: `POST ${server.url}/workflows/v1/auth did not respond within 100 ms.`,
    });
  });

  it('has its limit', async () => {
    server.respond(ROUTE, { raw: 'x'.repeat(2000) });
    const instance = axios.create({ maxContentLength: 1000 });
    expect(await rejection(client(instance).auth())).toMatchObject({ code: 'RESPONSE_TOO_LARGE' });
  });

  it('has its adapter', async () => {
    const instance = axios.create({
      adapter: (config) =>
        Promise.resolve({ status: 418, statusText: '', headers: { 'X-A': 'b' }, data: '{"a":1}', config }),
    });
    expect(await client(instance).auth()).toMatchObject({ status: 418, headers: { 'x-a': 'b' }, body: { a: 1 } });
    expect(server.requests).toHaveLength(0);
  });

  it.each(['http', 'fetch'] as const)("has axios' own adapter %s if it asks for it", async (adapter) => {
    const instance = axios.create({ adapter });
    expect(await client(instance).auth({ a: 1 })).toMatchObject({ status: 401, body: { success: false } });
    server.respond(ROUTE, { fault: 'never' });
    expect(await rejection(client(instance, 100).auth())).toMatchObject({ code: 'REQUEST_TIMEOUT' });
  });

  it("has axios' own errors unwrapped", async () => {
    await server.close();
    expect(await rejection(client(axios.create({ adapter: 'http' })).auth())).toMatchObject({
      code: 'REQUEST_FAILED',
      why: `ECONNREFUSED 127.0.0.1:${server.port}`,
    });
  });

  it('sends a string and null as JSON, and what an interceptor made of it as it is', async () => {
    const instance = axios.create({ validateStatus: () => true });
    await client(instance).config({ configWorkflowId: 'a', configPayload: 'text' });
    await client(instance).config({ configWorkflowId: 'a', configPayload: null });
    instance.interceptors.request.use((config) => {
      config.data = new URLSearchParams({ a: '1' });
      config.headers.set('content-type', 'application/x-www-form-urlencoded');
      return config;
    });
    await client(instance).auth({});
    expect(server.requests.map(({ text }) => text)).toEqual(['"text"', 'null', 'a=1']);
  });
});
