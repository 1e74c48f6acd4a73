import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Worker } from 'node:worker_threads';
import { createClient } from '../../../src/client/client';
import { type AppServer, startAppServer } from '../../support/app-server';
import { rejection } from '../../support/rejection';

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
    server.answer('POST /workflows/v1/auth', ({ connection }) =>
      connection === 1 ? { fault: 'reset' } : { json: 'ok' },
    );
    expect(await client.auth()).toMatchObject({ body: 'ok' });
    expect(server.requests.map(({ connection }) => connection)).toEqual([1, 1, 2]);
  });

  it('is retried once only', async () => {
    const client = createClient({ serverHost: server.url });
    await client.health();
    server.answer('POST /workflows/v1/auth', { fault: 'reset' });
    expect(await rejection(client.auth())).toMatchObject({ code: 'REQUEST_FAILED' });
    expect(server.requests).toHaveLength(3);
  });

  it('on a new connection is not retried', async () => {
    server.answer('POST /workflows/v1/auth', { fault: 'reset' });
    await rejection(createClient({ serverHost: server.url }).auth());
    expect(server.requests).toHaveLength(1);
  });

  it('after the answer began is not retried', async () => {
    const client = createClient({ serverHost: server.url });
    await client.health();
    server.answer('POST /workflows/v1/auth', { json: { a: 1 }, fault: 'half' });
    await rejection(client.auth());
    expect(server.requests).toHaveLength(2);
  });

  it('shares the timeout with its retry', async () => {
    const client = createClient({ serverHost: server.url, timeout: 300 });
    await client.health();
    server.answer('POST /workflows/v1/auth', ({ connection }) =>
      connection === 1 ? { fault: 'reset', delay: 200 } : { fault: 'never' },
    );
    const started = Date.now();
    expect(await rejection(client.auth())).toMatchObject({ code: 'REQUEST_TIMEOUT' });
    expect(Date.now() - started).toBeLessThan(450);
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
    server.answer('POST /workflows/v1/start', { fault: 'reset' });
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
  const options = { cwd: join(__dirname, '../../..'), timeout: 15_000 };
  const { stdout } = await promisify(execFile)(process.execPath, ['--require', 'tsx/cjs', '-e', script], options);
  expect(stdout.trim()).toBe('200');
}, 20_000);
