import { execFile } from 'node:child_process';
import http from 'node:http';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Worker } from 'node:worker_threads';
import axios from 'axios';
import { type Client, createClient } from '../../../../../src/client/client';
import type { Exchange } from '../../../../../src/client/client-options';
import { type AppServer, startAppServer } from '../../../../support/app-server';
import { rejection } from '../../../../support/rejection';

let server: AppServer;
beforeEach(async () => {
  server = await startAppServer({ keepAliveTimeout: 60_000 });
});
afterEach(() => server.close());

/** Synchronous: no timer fires, no socket event is seen. */
function beBusy(milliseconds: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
}

it('one connection serves many requests', async () => {
  const client = createClient({ serverHost: server.url });
  for (let i = 0; i < 20; i++) await client.auth();
  expect(server.connections).toBe(1);
});

it('requests at once have connections of their own, which are kept', async () => {
  const client = createClient({ serverHost: server.url });
  await Promise.all([client.auth(), client.auth(), client.auth()]);
  await Promise.all([client.auth(), client.auth(), client.auth()]);
  expect(server.connections).toBe(3);
});

it('one that was idle over 2 s is not used again, even if the worker was busy all the time', async () => {
  const client = createClient({ serverHost: server.url });
  await client.auth();
  await new Promise(setImmediate);
  beBusy(2100);
  await client.auth();
  expect(server.requests.map(({ connection }) => connection)).toEqual([1, 2]);
});

it('one that was idle for a second is used again', async () => {
  const client = createClient({ serverHost: server.url });
  await client.auth();
  await new Promise(setImmediate);
  beBusy(1000);
  await client.auth();
  expect(server.connections).toBe(1);
});

it('one that the server closed while the worker was busy is replaced', async () => {
  const worker = new Worker(
    `const { parentPort } = require('node:worker_threads');
     const server = require('node:http').createServer((request, response) => response.end('"ok"'));
     server.on('connection', (socket) => socket.on('data', () => setTimeout(() => socket.resetAndDestroy(), 50)));
     server.listen(0, '127.0.0.1', () => parentPort.postMessage(server.address().port));`,
    { eval: true },
  );
  const port = await new Promise<number>((resolve) => worker.once('message', resolve));
  const client = createClient({ serverHost: `http://127.0.0.1:${port}` });
  expect(await client.auth()).toMatchObject({ body: 'ok' });
  await new Promise(setImmediate);
  beBusy(300);
  expect(await client.auth()).toMatchObject({ body: 'ok' });
  await worker.terminate();
});

describe('a reset', () => {
  it('on a kept connection is retried once, on a new one', async () => {
    const client = createClient({ serverHost: server.url });
    await client.health();
    server.respond('POST /workflows/v1/auth', ({ connection }) =>
      connection === 1 ? { fault: 'reset' } : { json: 'ok' },
    );
    expect(await client.auth()).toMatchObject({ body: 'ok' });
    expect(server.requests.map(({ connection }) => connection)).toEqual([1, 1, 2]);
  });

  it('is retried once only', async () => {
    const client = createClient({ serverHost: server.url });
    await client.health();
    server.respond('POST /workflows/v1/auth', { fault: 'reset' });
    expect(await rejection(client.auth())).toMatchObject({ code: 'REQUEST_FAILED' });
    expect(server.requests).toHaveLength(3);
  });

  it('on a new connection is not retried', async () => {
    server.respond('POST /workflows/v1/auth', { fault: 'reset' });
    await rejection(createClient({ serverHost: server.url }).auth());
    expect(server.requests).toHaveLength(1);
  });

  it('after the answer began is not retried', async () => {
    const client = createClient({ serverHost: server.url });
    await client.health();
    server.respond('POST /workflows/v1/auth', { json: { a: 1 }, fault: 'half' });
    await rejection(client.auth());
    expect(server.requests).toHaveLength(2);
  });

  it('shares the timeout with its retry', async () => {
    const client = createClient({ serverHost: server.url, timeout: 1_200 });
    await client.health();
    server.respond('POST /workflows/v1/auth', ({ connection }) =>
      connection === 1 ? { fault: 'reset', delay: 800 } : { fault: 'never' },
    );
    const started = Date.now();
    expect(await rejection(client.auth())).toMatchObject({ code: 'REQUEST_TIMEOUT' });
    // Not the 800 ms until the reset and 1,200 ms more.
    expect(Date.now() - started).toBeLessThan(1_900);
  });
});

describe('what writes', () => {
  const APIS = {
    create: { method: 'POST', path: '/items' },
    replace: { method: 'PUT', path: '/items' },
    change: { method: 'PATCH', path: '/items' },
    remove: { method: 'DELETE', path: '/items' },
    trigger: { method: 'GET', path: '/items', reads: false },
  } as const;
  const call = (client: Client, api: string) => client.call(api as never, {});
  const WRITES: readonly (readonly [string, string, (client: Client) => Promise<unknown>])[] = [
    ['an update of a configuration', 'POST /workflows/v1/config/x', (client) => client.config(update)],
    ['a workflow', 'POST /workflows/v1/start', (client) => client.workflow({})],
    ['its vault', 'POST /workflows/v1/dev/local-vault', (client) => client.workflow({ credentials: { a: 'b' } })],
    ['a stop', 'POST /workflows/v1/stop/w/r', (client) => client.stop('w', 'r')],
    ...Object.entries(APIS).map(
      ([api, { method }]) => [api, `${method} /items`, (client: Client) => call(client, api)] as const,
    ),
  ];
  const update = { configWorkflowId: 'x', configPayload: {} };

  it.each(WRITES)('%s gets a new connection, and is never sent twice', async (_name, route, write) => {
    const client = createClient({ serverHost: server.url, apis: APIS });
    await client.health();
    // It works on it, and then falls over.
    server.respond(route, { fault: 'reset', delay: 30 });
    expect(await rejection(write(client))).toMatchObject({ message: expect.stringContaining('ECONNRESET') as string });
    const [method, path] = route.split(' ');
    const sent = server.requests.filter((request) => request.method === method && request.path === path);
    expect(sent).toMatchObject([{ connection: 2, headers: { connection: 'close' } }]);
  });

  it('gets a new connection of a user’s own agent, too', async () => {
    const httpAgent = new http.Agent({ keepAlive: true });
    const client = createClient({ serverHost: server.url, apis: APIS, axios: axios.create({ httpAgent }) });
    await client.health();
    await new Promise(setImmediate);
    server.respond('POST /items', { fault: 'reset' });
    await rejection(call(client, 'create'));
    expect(server.requests.map(({ path, connection }) => [path, connection])).toEqual([
      ['/server/health', 1],
      ['/items', 2],
    ]);
    httpAgent.destroy();
  });
});

describe('what reads', () => {
  const APIS = {
    search: { method: 'POST', path: '/search', reads: true },
    list: { method: 'GET', path: '/search' },
    peek: { method: 'HEAD', path: '/search' },
  } as const;
  const READS: readonly (readonly [string, string, (client: Client) => Promise<unknown>])[] = [
    ['auth', 'POST /workflows/v1/auth', (client) => client.auth()],
    ['preflight', 'POST /workflows/v1/check', (client) => client.preflight()],
    ['metadata', 'POST /workflows/v1/metadata', (client) => client.metadata()],
    ['config', 'GET /workflows/v1/config/x', (client) => client.config({ configWorkflowId: 'x' })],
    ['status', 'GET /workflows/v1/status/w/r', (client) => client.status('w', 'r')],
    ['result', 'GET /workflows/v1/result/w', (client) => client.result('w')],
    ...Object.entries(APIS).map(
      ([api, { method }]) => [api, `${method} /search`, (client: Client) => client.call(api as never, {})] as const,
    ),
  ];

  it.each(READS)('%s is sent again once, which is counted', async (_name, route, read) => {
    const exchanges: Exchange[] = [];
    const client = createClient({ serverHost: server.url, apis: APIS }, (exchange) => void exchanges.push(exchange));
    await client.health();
    server.respond(route, ({ connection }) => (connection === 1 ? { fault: 'reset' } : { status: 200 }));
    await read(client);
    expect(server.requests.map(({ connection }) => connection)).toEqual([1, 1, 2]);
    expect(exchanges.map(({ attempts }) => attempts)).toEqual([undefined, 2]);
  });

  it('is counted in the error, too', async () => {
    const client = createClient({ serverHost: server.url });
    await client.health();
    server.respond('POST /workflows/v1/auth', { fault: 'reset' });
    expect((await rejection(client.auth())).why).toMatch(/^ECONNRESET.*\(sent 2 times\)$/);
  });
});

describe('workflow', () => {
  it('never uses a kept connection', async () => {
    const client = createClient({ serverHost: server.url });
    await client.health();
    await client.workflow({});
    await client.workflow({});
    expect(server.requests.map(({ connection }) => connection)).toEqual([1, 2, 3]);
    expect(server.requests.at(-1)?.headers.connection).toBe('close');
  });

  it('is never sent twice', async () => {
    const client = createClient({ serverHost: server.url });
    await client.health();
    server.respond('POST /workflows/v1/start', { fault: 'reset' });
    expect(await rejection(client.workflow({}))).toMatchObject({ code: 'REQUEST_FAILED' });
    expect(server.requests.filter(({ path }) => path.endsWith('/start'))).toHaveLength(1);
  });
});

it('close() closes what is idle, and the client still works', async () => {
  const client = createClient({ serverHost: server.url });
  await client.auth();
  await new Promise(setImmediate);
  client.close();
  await client.auth();
  expect(server.connections).toBe(2);
});

it('idle connections do not keep the process alive', async () => {
  const script = `
    const { createClient } = require('./src/client/client.ts');
    createClient({ serverHost: '${server.url}' }).health().then(({ status }) => console.log(status));`;
  const options = { cwd: join(__dirname, '../../../../..'), timeout: 15_000 };
  const { stdout } = await promisify(execFile)(process.execPath, ['--require', 'tsx/cjs', '-e', script], options);
  expect(stdout.trim()).toBe('200');
}, 20_000);
