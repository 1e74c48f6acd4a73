import { execFileSync, spawn } from 'node:child_process';
import { readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { OUT, readSettings, recordingProject } from '../../../support/recording';

jest.mock('../../../../src/cli/doctor/jest-settings', () => ({
  readJestSettings: (jest: unknown, rootDir: string) => readSettings(jest, rootDir),
}));

const project = recordingProject();
const { record, sent } = project;
const into = (...args: string[]) => record('--out', OUT, ...args);

test('without --writes, only requests that read are sent, each twice', async () => {
  const { exitCode, printed } = await record('--all');
  expect(exitCode).toBe(0);
  expect(sent()).toEqual(
    [
      'POST /workflows/v1/auth',
      'POST /workflows/v1/auth',
      'POST /workflows/v1/check',
      'POST /workflows/v1/metadata',
      'GET /search',
    ].flatMap((each) => [each, each]),
  );
  expect(printed).toMatch(/created +tests\/integration\/shop\/recorded\.scenarios\.js \(export recorded\)/);
  expect(printed).toContain('config_read: it needs the configuration that --writes writes. Fix:');
  expect(printed).toContain('workflow_completes: its request writes. Fix: run the same command with --writes.');
  expect(printed).toContain("Jest doesn't run tests/integration/shop/recorded.test.js: `testMatch`");
  expect(printed).toContain('npx jest tests/integration/shop/recorded.test.js');
  const code = readFileSync(join('tests/integration/shop', OUT), 'utf8');
  expect(code).not.toMatch(/test_user|test_pass/);
  expect(code).toContain("kind: equals('search')");
});

test('a workflow is started where the tests start it', async () => {
  process.env['CONNECTOR_WORKFLOW_ENDPOINT'] = '/extract';
  try {
    await into('--api', 'workflow', '--writes');
  } finally {
    delete process.env['CONNECTOR_WORKFLOW_ENDPOINT'];
  }
  expect(sent().filter((each) => /start|extract/.test(each))).toEqual(['POST /workflows/v1/extract']);
});

test('arguments come from a pipe, too: their file is read once', async () => {
  execFileSync('mkfifo', ['args.json']);
  spawn('sh', ['-c', `echo '{"metadata": {"databases": ["MY_DB"]}}' > args.json`]);
  expect(await into('--api', 'preflight', '--args', '@args.json')).toMatchObject({ exitCode: 0 });
  expect(readFileSync(OUT, 'utf8')).toContain("metadata: { databases: ['MY_DB'] }");
});

test('neither secrets that the app makes up nor values of today are written', async () => {
  const token = 'ghp_abcdefABCDEFabcdefABCDEFabcdefABCDEF';
  const data = {
    ...{ client_secret: 'alphabeta', private_key: 'gammadelta', otp: 123456, pin: 4321, [token]: { name: 'epsilon' } },
    ...{
      greeting: 'Good morning',
      weekday: 6,
      display_name: 'Ann Lee',
      credentials: { type: 'zeta' },
      type: 'session',
    },
  };
  project.app.respond('GET /search', { json: { success: true, data } });
  expect(await into('--api', 'search')).toMatchObject({ exitCode: 0 });
  const code = readFileSync(OUT, 'utf8');
  expect(code).not.toMatch(/alphabeta|gammadelta|123456|4321|ghp_|epsilon|morning|equals\(6\)|Ann|zeta/);
  expect(code).toContain("'data.type': equals('session')");
  expect(code).toContain("'data.client_secret': allOf(isString(), isNotEmpty())");
});

test('with --writes, each write is sent once', async () => {
  expect(await record('--all', '--writes', '--json')).toMatchObject({ exitCode: 0 });
  const writes = sent().filter((each) => /start|POST .*config/.test(each));
  expect(writes).toEqual(['POST /workflows/v1/start', 'POST /workflows/v1/config/jest-connector-recorded']);
});

test('a configuration without an id is written and read under an id of its own', async () => {
  const { exitCode, printed } = await record('--api', 'config', '--writes');
  expect(exitCode).toBe(0);
  expect(printed).toMatch(/\(export configRead\)\n +config_update .*\n +config_read /);
  expect(sent()).toEqual(
    ['POST', 'GET', 'GET'].map((method) => `${method} /workflows/v1/config/jest-connector-recorded`),
  );
});

test('one request is recorded with its arguments, then another into the same file', async () => {
  expect(await into('--api', 'search', '--args', '{"q": "orders", "limit": 2}')).toMatchObject({ exitCode: 0 });
  expect(project.app.requests.at(-1)?.query).toEqual({ q: 'orders', limit: '2' });
  expect(project.files()).toContain('recorded.test.js');
  const first = readFileSync(OUT, 'utf8');
  expect(first).toContain("args: { q: 'orders', limit: 2 },");
  const { printed } = await into('--api', 'metadata', '--name', 'all_schemas');
  expect(printed).toMatch(
    /^extended +recorded\.scenarios\.js \(export allSchemas\)\n +all_schemas +4 checks\nrun by +recorded\.test\.js$/m,
  );
  const second = readFileSync(OUT, 'utf8');
  expect(second).toContain(first.slice(first.indexOf('const searchResponds'), first.indexOf('module.exports')));
  expect(second).toContain('module.exports.allSchemas = defineScenarios([');
});

test('refused credentials are not sent again', async () => {
  writeFileSync('.env', 'E2E_SHOP_USERNAME=test_user\nE2E_SHOP_PASSWORD=outdated-9\n');
  expect(await record('--all')).toMatchObject({
    exitCode: 1,
    notices: expect.stringContaining("auth_valid can't be recorded") as string,
  });
  expect(sent()).toEqual(['POST /workflows/v1/auth']);
});

test('what the app lacks is left out, and the rest is recorded', async () => {
  project.app.respond('POST /workflows/v1/metadata', { status: 404, json: { detail: 'Not Found' } });
  project.app.respond('POST /workflows/v1/config/jest-connector-recorded', {
    status: 503,
    json: { detail: 'No object store' },
  });
  const { exitCode, printed } = await record('--all', '--writes');
  expect(exitCode).toBe(0);
  expect(printed).toContain("metadata_listed: 404: the app doesn't have this API.\n");
  expect(printed).toContain('config_update: 503: the app runs without an object store (Dapr).');
  expect(printed).toContain('config_read: it needs config_update, which is not recorded.');
});

test('a preflight that is ready in part is named so, and an API that drops connections is left out', async () => {
  writeFileSync('.env', 'E2E_SHOP_USERNAME=reader\nE2E_SHOP_PASSWORD=reader_pass\n');
  project.app.respond('POST /workflows/v1/auth', ({ text }) =>
    text.includes('reader_pass') ? { json: { success: true, data: { status: 'success' } } } : undefined,
  );
  project.app.respond('GET /search', { fault: 'reset' });
  const { exitCode, printed } = await record('--all');
  expect(exitCode).toBe(0);
  expect(printed).toMatch(/^ +preflight_partial +\d+ checks$/m);
  expect(printed).toMatch(/^ {2}search_responds: GET \S+ got no response\. .*ECONNRESET.* Fix: check the arguments/m);
});

test('what a scenario would not notice is listed, with the check to add', async () => {
  project.app.respond('POST /workflows/v1/start', ({ body }) => (body === undefined ? undefined : STARTED));
  project.app.respond('GET /workflows/v1/status/w-1/r-1', { json: { data: { status: 'COMPLETED' } } });
  project.app.respond('GET /workflows/v1/result/w-1', { json: { data: { status: 'completed', result: {} } } });
  const { printed } = await record('--api', 'workflow', '--writes');
  expect(printed).toContain(
    "Would not notice:\n  workflow_completes: the workflow completes without any records. Fix: if the app writes records, add `recordRules: [nonEmpty()]`, with `extractedOutputBasePath`, the folder of its output; otherwise add `strength: { accept: { '$workflow.output': 'the app writes no records' } }`",
  );
});

const STARTED = { json: { success: true, data: { workflow_id: 'w-1', run_id: 'r-1' } } };

test('a login that accepts everything is reported', async () => {
  project.app.respond('POST /workflows/v1/auth', { json: { success: true, data: { status: 'success' } } });
  expect((await record('--all')).printed).toContain('auth_wrong_credentials: the app accepted the request (200).');
});

test('without a login, a wrong one proves nothing', async () => {
  project.app.respond('POST /workflows/v1/auth', { status: 404, json: { detail: 'Not Found' } });
  const { exitCode, printed } = await record('--all');
  expect([exitCode, sent().filter((each) => each.endsWith('/auth'))]).toEqual([0, ['POST /workflows/v1/auth']]);
  expect(printed).toContain('auth_wrong_credentials: it needs auth_valid, which is not recorded.');
});

test('a link to a file stays one, and a crash is no refusal', async () => {
  writeFileSync('real.js', 'exports.a = 1;\n');
  symlinkSync('real.js', OUT);
  expect(await into('--api', 'search')).toMatchObject({ exitCode: 0 });
  expect(readFileSync('real.js', 'utf8')).toContain('module.exports.searchResponds = ');
  project.app.respond('GET /search', { status: 500, json: {} });
  const crashed = await record('--api', 'search', '--expect-refusal');
  expect(crashed).toMatchObject({
    exitCode: 1,
    notices: expect.stringContaining('the app crashed instead (500)') as string,
  });
});

test('a refused workflow that was started anyway is stopped', async () => {
  const args = ['--api', 'workflow', '--writes', '--expect-refusal'];
  expect(await record(...args)).toMatchObject({ exitCode: 1, notices: expect.stringContaining('accepted') as string });
  expect(sent().filter((each) => each.includes('/stop/'))).toHaveLength(1);
});
