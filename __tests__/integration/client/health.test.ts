import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { promisify } from 'node:util';
import { waitForHealth } from '../../../src/client/health';
import type { ConnectorTestError } from '../../../src/errors';
import { type AppServer, startAppServer } from '../../support/app-server';
import { rejection } from '../../support/rejection';

let server: AppServer;
beforeEach(async () => {
  server = await startAppServer({ prefix: '/apps/demo' });
});
afterEach(() => server.close());

it('asks at once, under the prefix', async () => {
  const started = Date.now();
  await waitForHealth({ url: server.url, interval: 20_000 });
  expect(Date.now() - started).toBeLessThan(10_000);
  expect(server.requests.map(({ target }) => target)).toEqual(['/apps/demo/server/health']);
});

it('asks until the answer is 2xx, on the path it is told', async () => {
  let asked = 0;
  server.respond('GET /up', () => ({ status: ++asked < 3 ? 503 : 204 }));
  await waitForHealth({ url: server.url, healthPath: '/up', interval: 10 });
  expect(asked).toBe(3);
});

it('waits for a server that is not there yet', async () => {
  const { port } = server;
  await server.close();
  const waiting = waitForHealth({ url: `http://localhost:${port}`, interval: 20 });
  await new Promise((resolve) => setTimeout(resolve, 100));
  server = await startAppServer({ port });
  await expect(waiting).resolves.toBeUndefined();
});

it('tells what was refused, for how long, and what to do', async () => {
  await server.close();
  const url = `http://me:s3cret@127.0.0.1:${server.port}`;
  const started = Date.now();
  const error = await rejection(waitForHealth({ url, timeout: 200, interval: 20 }));
  expect(Date.now() - started).toBeLessThan(5_000);
  expect(error.message).toBe(
    [
      `Could not reach the app server at http://127.0.0.1:${server.port}.`,
      '',
      `  Why: GET /server/health was refused (ECONNREFUSED 127.0.0.1:${server.port}) for 200 ms.`,
      '  Fix: start the app server, or set `app` in `globals.connector` to have it started;\n       if it listens elsewhere, set `serverHost`.',
      '  See: node_modules/jest-connector/docs/reference/errors.md#server_unreachable',
    ].join('\n'),
  );
  expect(error.code).toBe('SERVER_UNREACHABLE');
});

describe('a server that answers without being healthy', () => {
  const UNHEALTHY = [404, 307, 503];
  let answering: AppServer;
  let errors: ReadonlyMap<number, ConnectorTestError>;
  // All at once: on a busy machine even the first answer takes a while.
  beforeAll(async () => {
    answering = await startAppServer();
    const waiting = UNHEALTHY.map(async (status) => {
      answering.respond(`GET /${status}`, { status });
      const options = { url: answering.url, healthPath: `/${status}`, timeout: 3_000, interval: 20 };
      return [status, await rejection(waitForHealth(options))] as const;
    });
    errors = new Map(await Promise.all(waiting));
  }, 15_000);
  afterAll(() => answering.close());

  it.each([
    [404, /`healthPath`/],
    [307, /`healthPath`/],
    [503, /check the server's log/],
  ])('tells that the server answered %s', (status, fix) => {
    expect(errors.get(status)).toMatchObject({
      code: 'SERVER_UNHEALTHY',
      what: `The app server at ${answering.url} is not healthy.`,
      why: `GET /${status} still returned ${status} after 3000 ms.`,
    });
    expect(errors.get(status)?.fix).toMatch(fix);
  });
});

it('tells what it answered when the deadline cuts the last probe short', async () => {
  // The clock only advances with the requests, so a slow machine changes nothing.
  let now = 0;
  const clock = jest.spyOn(performance, 'now').mockImplementation(() => now);
  let asked = 0;
  server.respond('GET /server/health', () => {
    asked += 1;
    now = asked === 1 ? 59_700 : 60_000;
    return asked === 1 ? { status: 503 } : { fault: 'never' };
  });
  const error = await rejection(waitForHealth({ url: server.url, timeout: 60_000, interval: 20 }));
  clock.mockRestore();
  expect(asked).toBeGreaterThanOrEqual(2);
  expect(error.why).toBe('GET /server/health still returned 503 after 60000 ms.');
});

it('tells that it never answered, and ends in time', async () => {
  server.respond('GET /server/health', { fault: 'never' });
  const started = Date.now();
  const error = await rejection(waitForHealth({ url: server.url, timeout: 150, interval: 20 }));
  expect(Date.now() - started).toBeLessThan(5_000);
  expect(error).toMatchObject({
    code: 'SERVER_UNREACHABLE',
    why: 'GET /server/health was accepted but got no response for 150 ms.',
  });
});

it('stops when it is told to', async () => {
  server.respond('GET /server/health', { status: 503 });
  const abort = new AbortController();
  const waiting = rejection(waitForHealth({ url: server.url, interval: 10, signal: abort.signal }));
  setTimeout(() => abort.abort(new Error('the app has exited')), 50);
  expect((await waiting).message).toBe('the app has exited');
});

it('does not load axios', async () => {
  const script = `
    require('./src/client/health.ts').waitForHealth({ url: '${server.url}' }).then(() => {
      const loaded = Object.keys(require.cache).filter((file) => /axios/.test(file));
      console.log(JSON.stringify(loaded));
    });`;
  const options = { cwd: join(__dirname, '../../..'), timeout: 15_000 };
  const { stdout } = await promisify(execFile)(process.execPath, ['--require', 'tsx/cjs', '-e', script], options);
  expect(stdout.trim()).toBe('[]');
}, 20_000);
