import { createClient } from '../../../src/jest/create-client';
import { beginProject, forgetRun, publishRunState, runHandle } from '../../../src/service/run/run-state';
import { type AppServer, startAppServer } from '../../support/app-server';

const globals = globalThis as { connector?: unknown };
const environment = { ...process.env };

beforeEach(() => {
  for (const name of ['CONNECTOR_SERVER_HOST', 'ATLAN_APP_HTTP_HOST', 'ATLAN_APP_HTTP_PORT']) delete process.env[name];
  for (const name of ['ATLAN_HANDLER_HOST', 'ATLAN_HANDLER_PORT']) delete process.env[name];
});
afterEach(() => {
  delete globals.connector;
  process.env = { ...environment };
  forgetRun();
});

/** As global setup does when it has started `app`. */
function startedAt(url: string): void {
  globals.connector = { app: { command: 'run' } };
  const project = beginProject('/project', globals);
  project.appUrl = url;
  publishRunState(runHandle(), project);
}

test('talks to localhost when nothing is said', () => {
  expect(createClient().serverHost).toBe('http://localhost:8000');
});

test('its server comes from its options, the environment, the configuration or the started app, in this order', () => {
  startedAt('http://127.0.0.1:4');
  expect(createClient().serverHost).toBe('http://127.0.0.1:4');
  globals.connector = { serverHost: 'http://127.0.0.1:3' };
  expect(createClient().serverHost).toBe('http://127.0.0.1:3');
  process.env['CONNECTOR_SERVER_HOST'] = 'http://127.0.0.1:2';
  expect(createClient().serverHost).toBe('http://127.0.0.1:2');
  expect(createClient({ serverHost: 'http://127.0.0.1:1' }).serverHost).toBe('http://127.0.0.1:1');
});

test('talks to nobody when its project’s app was not started', () => {
  globals.connector = { app: { command: 'run' } };
  expect(() => createClient()).toThrow(expect.objectContaining({ code: 'SETUP_NOT_RUN' }));
  expect(createClient({ serverHost: 'http://127.0.0.1:1' }).serverHost).toBe('http://127.0.0.1:1');
});

test('what is for scenarios alone does not trouble it', () => {
  process.env['ATLAN_APPLICATION_NAME'] = 'postgres';
  globals.connector = { applicationName: 'postgres', onMissing: 'skip', hookTimeout: 1_000 };
  expect(createClient().serverHost).toBe('http://localhost:8000');
});

describe('with a server', () => {
  let server: AppServer;
  beforeEach(async () => {
    server = await startAppServer();
  });
  afterEach(() => server.close());

  test('everything else of the configuration acts too', async () => {
    globals.connector = {
      serverHost: server.url,
      headers: { 'x-tenant': 'a' },
      query: { verbose: '1' },
      healthPath: '/ready',
      apis: { search: { method: 'GET', path: '/search' } },
    };
    const client = createClient();
    await client.health();
    await client.call('search' as never, { q: 'sales' });
    expect(server.requests).toMatchObject([
      { path: '/ready', headers: { 'x-tenant': 'a' }, query: { verbose: '1' } },
      { path: '/search', headers: { 'x-tenant': 'a' }, query: { verbose: '1', q: 'sales' } },
    ]);
  });
});

test('a wrong option is refused', () => {
  expect(() => createClient({ tiemout: 1_000 } as object)).toThrow(
    expect.objectContaining({ code: 'INVALID_OPTIONS' }),
  );
});
