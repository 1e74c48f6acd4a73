import { portFindings } from '../../../../../src/cli/doctor/app/ports';
import type { ConnectorConfig } from '../../../../../src/config/options';
import { chooseServer } from '../../../../../src/jest/server/choose-server';
import { type AppServer, startAppServer } from '../../../../support/app-server';
import { freePort } from '../../../../support/scripted-app';

let server: AppServer;
beforeAll(async () => {
  server = await startAppServer();
});
afterAll(() => server.close());

const ci = process.env['CI'];
beforeEach(() => delete process.env['CI']);
afterEach(() => {
  delete process.env['CI'];
  if (ci !== undefined) process.env['CI'] = ci;
});

async function findings(config: ConnectorConfig) {
  const { findings: found, runningApp } = await portFindings(config, chooseServer(config, undefined));
  return { found: found.map(({ severity, what }) => `${severity}: ${what}`), runningApp };
}

const app = (url: string, more: object = {}): ConnectorConfig => ({ app: { command: 'serve', url, ...more } });

test('the port of the app is free', async () => {
  const url = `http://127.0.0.1:${await freePort()}`;
  expect(await findings(app(url))).toEqual({ found: [`ok: ${url} is free for the app`] });
});

test('a healthy app already runs there', async () => {
  expect(await findings(app(server.url))).toEqual({
    found: [`ok: A healthy app already runs at ${server.url}; the tests use it instead of starting the command`],
    runningApp: server.url,
  });
});

test.each([
  ['`reuseExisting` is false', { reuseExisting: false }, 'and it may not be used, because'],
  ['it is not healthy', { healthPath: '/nothing' }, "and it isn't a healthy app: GET /nothing "],
])('what runs there cannot be used: %s', async (_why, more, text) => {
  const { found, runningApp } = await findings(app(server.url, more));
  expect(found).toEqual([
    expect.stringContaining(`problem: Another process already listens at ${server.url}, ${text}`),
  ]);
  expect(runningApp).toBeUndefined();
});

test('in CI, no running app and no running service is used', async () => {
  process.env['CI'] = 'true';
  const free = await freePort();
  const services = { db: { command: 'db', port: server.port, ports: { ui: free } } };
  const { found } = await findings({ ...app(server.url), services });
  expect(found).toHaveLength(2);
  expect(found.every((line) => line.startsWith('problem: Another process already listens at '))).toBe(true);
  expect((await findings({ services: { db: { ...services.db, reuseExisting: true } } })).found).toEqual([]);
});

test('without an app there is no port to check', async () => {
  expect(await findings({ serverHost: server.url })).toEqual({ found: [] });
  expect(await findings({ app: { command: 'serve', port: 'auto' } })).toEqual({ found: [] });
});
