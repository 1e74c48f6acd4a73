import { serverFindings } from '../../../../../src/cli/doctor/app/server';
import type { DoctorOptions } from '../../../../../src/cli/doctor/facts';
import type { ConnectorConfig } from '../../../../../src/config/options';
import { type AppServer, startAppServer } from '../../../../support/app-server';
import { projectSettings } from '../../../../support/doctor-facts';
import { freePort } from '../../../../support/scripted-app';

let server: AppServer;
beforeEach(async () => {
  server = await startAppServer();
});

const before = { ...process.env };
beforeEach(() => {
  for (const name of Object.keys(process.env)) {
    if (/^(?:CI|CONNECTOR_|ATLAN_|E2E_)/.test(name)) delete process.env[name];
  }
});
afterEach(async () => {
  for (const name of Object.keys(process.env)) if (!(name in before)) delete process.env[name];
  Object.assign(process.env, before);
  await server.close();
});

const findings = async (connector: ConnectorConfig, options: DoctorOptions = {}) => {
  const project = projectSettings('/shop', { globals: { connector } });
  const found = await serverFindings({ ...project, rootDir: __dirname }, options);
  return found.map(({ check, severity, what }) => `${check} ${severity}: ${what}`);
};
const at = (more: object = {}): ConnectorConfig => ({ serverHost: server.url, ...more });
const credentials = (username: string, password: string) => {
  process.env['E2E_SHOP_USERNAME'] = username;
  process.env['E2E_SHOP_PASSWORD'] = password;
};
const paths = () => server.requests.map(({ method, path }) => `${method} ${path}`);

test('a healthy server, without credentials', async () => {
  const found = await findings(at({ applicationName: 'shop' }));
  expect(found.slice(0, 3)).toEqual([
    `server ok: The server at ${server.url} is healthy`,
    'apis ok: There are no credentials in E2E_SHOP_*, so the requests below are sent without any',
    expect.stringMatching(/^api-auth ok: auth: 401/),
  ]);
  expect(found.map((line) => line.split(' ')[0])).toEqual([
    ...['server', 'apis', 'api-auth', 'api-preflight', 'api-metadata', 'api-config', 'api-status'],
  ]);
  expect((await findings(at()))[1]).toContain('E2E_<APP>_*');
});

test('nothing is written, unless that is asked for: then a workflow is started, and stopped', async () => {
  credentials('test_user', 'test_pass');
  const config = at({ applicationName: 'shop' });
  expect((await findings(config)).filter((line) => !/^\S+ ok: /.test(line))).toEqual([]);
  expect(paths().filter((path) => /\/(start|stop)/.test(path))).toEqual([]);

  const found = await findings(config, { writes: true });
  expect(found.at(-1)).toMatch(/^api-workflow ok: workflow: 200; it started \S+, which was stopped$/);
  expect(paths().filter((path) => path.includes('/stop/'))).toHaveLength(1);
});

test.each([
  ['can not be stopped', { stop: { status: 500, json: {} } }, /^api-workflow warning: Workflow \S+ was started, and/],
  ['is not started', { start: { status: 503, json: {} } }, /^api-workflow warning: workflow: 503; .*without Temporal/],
  ['gets no response', { start: { fault: 'reset' as const } }, /^api-workflow problem: /],
])('a workflow that %s', async (_what, { stop, start }: { stop?: object; start?: object }, line) => {
  credentials('test_user', 'test_pass');
  if (start !== undefined) server.respond('POST /workflows/v1/start', start);
  const [id, run] = ['w', 'r'];
  if (stop !== undefined) {
    server.respond('POST /workflows/v1/start', { json: { success: true, data: { workflow_id: id, run_id: run } } });
    server.respond(`POST /workflows/v1/stop/${id}/${run}`, stop);
  }
  const found = await findings(at({ applicationName: 'shop' }), { writes: true });
  expect(found.at(-1)).toMatch(line);
});

test('refused credentials are sent once, so that no account is locked', async () => {
  credentials('test_user', 'wrong');
  const found = await findings(at({ applicationName: 'shop' }));
  expect(found.at(-1)).toMatch(/^api-auth problem: auth: 401/);
  expect(paths().filter((path) => path.includes('/workflows/v1/'))).toEqual(['POST /workflows/v1/auth']);
});

test('APIs of its own that only read are checked', async () => {
  server.respond('GET /search', { json: {} });
  const apis = {
    search: { method: 'GET', path: '/search' },
    gone: { method: 'GET', path: '/gone' },
    broken: { method: 'GET', path: '/broken' },
    one: { method: 'GET', path: '/search/{id}' },
    save: { method: 'POST', path: '/save' },
  } as const;
  server.respond('GET /broken', { fault: 'reset' });
  const found = await findings(at({ apis }));
  expect(found.slice(-3)).toEqual([
    'api-search ok: search: 200',
    'api-gone warning: gone: 404 for /gone.',
    expect.stringMatching(/^api-broken problem: /),
  ]);
  expect(paths()).not.toContain('POST /save');
});

test('a server that is not there', async () => {
  const url = `http://127.0.0.1:${await freePort()}`;
  const found = await findings({ serverHost: url, healthTimeout: 1_000 });
  expect(found).toEqual([expect.stringMatching(/^server problem: /)]);
  expect(found[0]).toContain(url);
});

test('an app whose port is free is not started', async () => {
  const url = `http://127.0.0.1:${await freePort()}`;
  expect(await findings({ app: { command: 'node', url } })).toEqual([
    'command ok: The command of the app is found: node',
    `port ok: ${url} is free for the app`,
    'app ok: The app was not started; `doctor --start` starts it, and checks its APIs',
  ]);
});

test('an app that already runs is checked', async () => {
  const found = await findings({ app: { command: 'node', url: server.url } });
  expect(found.slice(1, 4)).toEqual([
    expect.stringMatching(/^port ok: A healthy app already runs/),
    expect.stringMatching(/^apis ok/),
    expect.stringMatching(/^api-auth ok/),
  ]);
});

test('a command that is not found ends the check, also with --start', async () => {
  const found = await findings({ app: { command: 'no-such-program', port: 'auto' } }, { start: true });
  expect(found).toEqual(['command problem: The command of the app is not found: no-such-program']);
});

test('the environment names another server', async () => {
  process.env['CONNECTOR_SERVER_HOST'] = server.url;
  const [first, second] = await findings({ app: { command: 'no-such-program', port: 'auto' } });
  expect(first).toBe(`server warning: The environment names the server ${server.url}, so \`app\` is not started.`);
  expect(second).toBe(`server ok: The server at ${server.url} is healthy`);
});

test('services without an app', async () => {
  expect(await findings({ services: { db: { command: 'node' } } })).toEqual([
    'command ok: The command of the service "db" is found: node',
    'server ok: Without `app`, each block names its server',
  ]);
});
