import zlib from 'node:zlib';
import { createClient } from '../../../../../src/client/client';
import { exchangeOverHttp } from '../../../../../src/client/http/exchange/exchange-over-http';
import { type AppServer, startAppServer } from '../../../../support/app-server';
import { rawListeners } from '../../../../support/raw-listeners';
import { rejection } from '../../../../support/rejection';

const ROUTE = 'POST /workflows/v1/auth';

let server: AppServer;
beforeEach(async () => {
  server = await startAppServer();
});
afterEach(async () => {
  await server.close();
});

const listen = rawListeners();

describe('the timeout', () => {
  const ask = (serverHost = server.url, timeout = 150) => rejection(createClient({ serverHost, timeout }).auth());
  /** Long enough to connect on a busy machine. */
  const LONGER_MS = 1_000;

  it('ends a wait for the answer', async () => {
    server.respond(ROUTE, { fault: 'never' });
    const error = await ask(server.url, LONGER_MS);
    expect(error).toMatchObject({
      code: 'REQUEST_TIMEOUT',
      what: `POST ${server.url}/workflows/v1/auth did not respond within 1000 ms.`,
      why: 'the request was connected and was waiting for the response.',
    });
    expect(error.fix).toContain('`timeout`');
  });

  it('is told in whole milliseconds', async () => {
    server.respond(ROUTE, { fault: 'never' });
    const client = createClient({ serverHost: server.url, timeout: 99.99999 });
    expect((await rejection(client.auth())).what).toMatch(/ within 100 ms\.$/);
  });

  it('ends an answer whose body does not end', async () => {
    server.respond(ROUTE, { json: { a: 1 }, fault: 'stall' });
    expect(await ask(server.url, LONGER_MS)).toMatchObject({
      code: 'REQUEST_TIMEOUT',
      why: 'the response began, but its body did not end.',
    });
  });

  it('is total: bytes that keep dripping do not stretch it', async () => {
    const dripping = await listen((socket) => {
      socket.write('HTTP/1.1 200 OK\r\ncontent-length: 1000\r\n\r\n');
      const timer = setInterval(() => socket.write('x'), 20);
      socket.on('close', () => clearInterval(timer));
      socket.on('error', () => clearInterval(timer));
    });
    const started = Date.now();
    expect(await ask(`http://127.0.0.1:${dripping}`)).toMatchObject({ code: 'REQUEST_TIMEOUT' });
    // All 1,000 bytes take 20 s.
    expect(Date.now() - started).toBeLessThan(10_000);
  });

  it('ends the connecting', async () => {
    const silent = await listen((socket) => socket.on('error', () => socket.destroy()));
    const error = await ask(`https://127.0.0.1:${silent}`);
    expect(error).toMatchObject({
      code: 'REQUEST_TIMEOUT',
      why: 'the request was still connecting: nothing accepted the connection.',
    });
  });

  it('does not stop for the fake timers of a test', async () => {
    server.respond(ROUTE, { fault: 'never' });
    jest.useFakeTimers();
    try {
      expect(await ask()).toMatchObject({ code: 'REQUEST_TIMEOUT' });
    } finally {
      jest.useRealTimers();
    }
  });
});

describe('no answer', () => {
  const ask = (serverHost = server.url) => rejection(createClient({ serverHost }).auth());

  it('refused, on both families of localhost', async () => {
    await server.close();
    const error = await ask(`http://localhost:${server.port}`);
    expect(error).toMatchObject({
      code: 'REQUEST_FAILED',
      what: `POST http://localhost:${server.port}/workflows/v1/auth got no response.`,
      why: `ECONNREFUSED 127.0.0.1:${server.port}, ECONNREFUSED ::1:${server.port}`,
      fix: 'start the app server, or set `serverHost` if it listens elsewhere;\nif Jest started the app, it has exited: see its log.',
    });
  });

  it('a name that is not known', async () => {
    const error = await ask('http://no-such-host.invalid:8000');
    expect(error.why).toMatch(/^(ENOTFOUND|EAI_AGAIN) no-such-host.invalid: unknown host name/);
    expect(error.fix).toBe('check the host name in `serverHost`.');
  });

  it('a reset before the answer', async () => {
    server.respond(ROUTE, { fault: 'reset' });
    expect(await ask()).toMatchObject({ code: 'REQUEST_FAILED', why: expect.stringContaining('ECONNRESET') as string });
    expect(server.requests).toHaveLength(1);
  });

  it('a reset in the middle of the body', async () => {
    server.respond(ROUTE, { json: { a: 'x'.repeat(1000) }, fault: 'half' });
    expect(await ask()).toMatchObject({
      code: 'REQUEST_FAILED',
      what: `POST ${server.url}/workflows/v1/auth was cut off in the middle of the response.`,
    });
  });

  it('https where http is spoken', async () => {
    const error = await ask(server.url.replace('http:', 'https:'));
    expect(error).toMatchObject({
      code: 'REQUEST_FAILED',
      fix: 'check `serverHost`: the server may use http, not https.',
    });
  });

  it('what does not speak HTTP', async () => {
    const other = await listen((socket) => {
      socket.on('error', () => socket.destroy());
      socket.end('SSH-2.0-OpenSSH\r\n');
    });
    const error = await ask(`http://127.0.0.1:${other}`);
    expect(error.fix).toBe('check `serverHost`: the server there does not use HTTP, or it uses https.');
  });

  it('a header that cannot be sent', async () => {
    const client = createClient({ serverHost: server.url, headers: { 'x-token': 's3cret€' } });
    const error = await rejection(client.auth());
    expect(error.message).toContain('x-token');
    expect(error.message).not.toContain('s3cret');
    expect(error.fix).toContain('trim a value');
  });

  it('shows neither password nor query values', async () => {
    await server.close();
    const client = createClient({
      serverHost: `http://me:s3cret@127.0.0.1:${server.port}`,
      query: { token: 's3cret' },
    });
    const error = await rejection(client.auth());
    expect(error.what).toBe(`POST http://127.0.0.1:${server.port}/workflows/v1/auth?token=[redacted] got no response.`);
    expect(JSON.stringify(error) + error.stack + client.serverHost).not.toContain('s3cret');
  });

  it("points at the caller's line", async () => {
    server.respond(ROUTE, { fault: 'reset' });
    expect((await ask()).stack).toContain(__filename);
  });
});

describe('the size', () => {
  const request = { method: 'GET', headers: {}, timeout: 5000, maxBytes: 1000 };

  it.each([
    ['plain', Buffer.alloc(1001), {}],
    ['unpacked', zlib.gzipSync(Buffer.alloc(100_000)), { 'content-encoding': 'gzip' }],
    ['unpacked with br', zlib.brotliCompressSync(Buffer.alloc(100_000)), { 'content-encoding': 'br' }],
  ])('is limited, %s', async (_name, raw, headers) => {
    server.respond('GET /big', { raw, headers });
    await expect(exchangeOverHttp({ ...request, url: `${server.url}/big` })).rejects.toMatchObject({
      kind: 'too-large',
    });
  });

  it('may be the limit itself', async () => {
    server.respond('GET /big', { raw: Buffer.alloc(1000) });
    expect((await exchangeOverHttp({ ...request, url: `${server.url}/big` })).text).toHaveLength(1000);
  });
});

it.each([20_000, 200_000])('headers of %d characters are read', async (length) => {
  server.respond(ROUTE, { json: {}, headers: { 'x-long': 'a'.repeat(length) } });
  expect((await createClient({ serverHost: server.url }).auth()).headers['x-long']).toHaveLength(length);
});

it('1xx before the answer is passed over', async () => {
  const port = await listen((socket) => {
    socket.on('error', () => socket.destroy());
    socket.once('data', () =>
      socket.write('HTTP/1.1 103 Early Hints\r\n\r\nHTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\n{}'),
    );
  });
  expect(await createClient({ serverHost: `http://127.0.0.1:${port}` }).auth()).toMatchObject({
    status: 200,
    body: {},
  });
});

it.each(['127.0.0.1', '::1'])('localhost reaches a server on %s alone', async (host) => {
  const local = await startAppServer({ host });
  expect((await createClient({ serverHost: `http://localhost:${local.port}` }).health()).status).toBe(200);
  await local.close();
});

it('an answer counts although the server refused the rest of the body', async () => {
  const early = await listen((socket) => {
    socket.on('error', () => socket.destroy());
    socket.once('data', () =>
      socket.write('HTTP/1.1 413 Too Large\r\ncontent-length: 2\r\nconnection: close\r\n\r\n{}'),
    );
  });
  const client = createClient({ serverHost: `http://127.0.0.1:${early}` });
  expect(await client.auth({ big: 'x'.repeat(1_000_000) })).toMatchObject({ status: 413, body: {} });
});

it('an abort ends it', async () => {
  server.respond('GET /slow', { fault: 'never' });
  const abort = new AbortController();
  const exchange = exchangeOverHttp({
    method: 'GET',
    url: `${server.url}/slow`,
    headers: {},
    timeout: 5000,
    signal: abort.signal,
  });
  setTimeout(() => abort.abort(), 30);
  await expect(exchange).rejects.toMatchObject({ kind: 'aborted' });
  const late = { method: 'GET', url: `${server.url}/slow`, headers: {}, timeout: 5000, signal: abort.signal };
  await expect(exchangeOverHttp(late)).rejects.toMatchObject({ kind: 'aborted' });
});
