import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { join } from 'node:path';
import type { ConnectorConfig } from '../../../../src/config/options';
import type { AppConfig, ServiceConfig } from '../../../../src/config/service-config';
import globalSetup from '../../../../src/jest/files/global-setup';
import globalTeardown from '../../../../src/jest/files/global-teardown';
import { setupConnector } from '../../../../src/jest/setup/setup-connector';
import { teardownConnector } from '../../../../src/jest/setup/teardown-connector';
import { readRunState } from '../../../../src/service/run/run-state';
import { CompiledSources } from '../../../support/compiled-sources';
import { type APP_SCRIPTS, processesWith, ScriptedApp } from '../../../support/scripted-app';

jest.setTimeout(30_000);

const mockSources = new CompiledSources();
const mockTemporary = mkdtempSync(join(jest.requireActual<typeof import('node:os')>('node:os').tmpdir(), 'logs-'));

jest.mock('../../../../src/service/process/guardian-file', () => ({
  guardianFile: () => mockSources.file('src/service/process/guardian'),
}));
jest.mock('node:os', () => ({ ...jest.requireActual('node:os'), tmpdir: () => mockTemporary }));

const ONCE = { watch: false, watchAll: false };
const WATCH = { watch: false, watchAll: true };
const environment = { ...process.env };
const apps: ScriptedApp[] = [];
let printed = '';
let server: Server | undefined;

beforeEach(() => {
  printed = '';
  jest.spyOn(process.stderr, 'write').mockImplementation((text) => Boolean((printed += String(text))));
  for (const name of ['CI', 'CONNECTOR_SERVER_HOST', 'ATLAN_APP_HTTP_HOST', 'ATLAN_APP_HTTP_PORT'])
    delete process.env[name];
});

afterEach(async () => {
  await setupConnector(ONCE, project({})); // a run in watch mode ends
  await teardownConnector();
  jest.restoreAllMocks();
  server?.close();
  server = undefined;
  process.env = { ...environment };
  const files = readdirSync(mockTemporary).filter((name) => name.startsWith('jest-connector-files-'));
  const guardians = processesWith(mockSources.file('src/service/process/guardian'));
  const left = { processes: apps.flatMap((app) => app.alive()), guardians, files };
  for (const app of apps.splice(0)) app.remove();
  expect(left).toEqual({ processes: [], guardians: [], files: [] });
});

afterAll(() => {
  mockSources.remove();
  rmSync(mockTemporary, { recursive: true });
});

function project(connector: ConnectorConfig, rootDir = mockTemporary, id?: string) {
  return { rootDir, globals: { connector }, ...(id === undefined ? {} : { id }) };
}

/** What a test file of the project with this configuration knows of the run. */
function runFor(connector?: ConnectorConfig) {
  return readRunState({ globals: { connector } });
}

async function scripted(
  script: keyof typeof APP_SCRIPTS,
  changes: Partial<AppConfig> = {},
): Promise<[ScriptedApp, AppConfig]> {
  const app = await ScriptedApp.create(script);
  apps.push(app);
  return [app, { command: app.command, cwd: app.folder, env: app.env, url: app.url, ...changes }];
}

/** A service of an app’s configuration. */
function withPort({ url = '', ...config }: AppConfig): ServiceConfig {
  return { ...config, port: Number(new URL(url).port) };
}

async function serve(status: number): Promise<string> {
  const [{ port, url }] = await scripted('healthy');
  server = createServer((_request, response) => response.writeHead(status).end());
  await new Promise<void>((resolve) => server?.listen(port, '127.0.0.1', resolve));
  return url;
}

async function failure(work: Promise<void>): Promise<Error> {
  return work.then(
    () => Promise.reject(new Error('It did not fail.')),
    (error: unknown) => error as Error,
  );
}

describe('without a server in the configuration', () => {
  it('asks nothing, and says that setup ran', async () => {
    process.env['CONNECTOR_RUN'] = JSON.stringify({
      runId: 'of another run',
      projects: [],
      checkedUrls: [],
    });
    await globalSetup(ONCE, { rootDir: mockTemporary, globals: {} });
    expect(runFor()).toMatchObject({
      ...{ runId: expect.not.stringContaining('another'), checkedUrls: [] },
      ...{ project: expect.objectContaining({ rootDir: mockTemporary }), last: expect.anything() },
    });
    expect(printed).toBe('');
    await globalTeardown();
    expect(runFor()).toBeUndefined();
  });

  it('reads .env of the root folder, for what comes after', async () => {
    const [{ folder }] = await scripted('healthy');
    writeFileSync(join(folder, '.env'), 'MY_DB_HOST=db.example\n');
    await setupConnector(ONCE, project({}, folder));
    expect(process.env['MY_DB_HOST']).toBe('db.example');
  });
});

describe('a server that is not ours to start', () => {
  it('is checked, from the configuration', async () => {
    const serverHost = await serve(200);
    await setupConnector(ONCE, project({ serverHost }));
    expect(runFor()).toMatchObject({ checkedUrls: [serverHost] });
  });

  it('is checked, from the environment, which goes before the configuration', async () => {
    const serverHost = await serve(200);
    process.env['CONNECTOR_SERVER_HOST'] = serverHost;
    await setupConnector(ONCE, project({ serverHost: 'http://127.0.0.1:1' }));
    expect(runFor()).toMatchObject({ checkedUrls: [serverHost] });
  });

  it('fails the run when it is not there', async () => {
    const [{ url }] = await scripted('healthy');
    const error = await failure(setupConnector(ONCE, project({ serverHost: url, healthTimeout: 300 })));
    expect(error).toMatchObject({ code: 'SERVER_UNREACHABLE' });
    expect(error.message).toContain(url);
    expect(runFor()).toBeUndefined();
  });

  it('takes the place of the app when the environment names it', async () => {
    const [app, config] = await scripted('healthy');
    const elsewhere = await serve(200);
    process.env['CONNECTOR_SERVER_HOST'] = elsewhere;
    await setupConnector(ONCE, project({ app: config }));
    expect(printed).toBe(`jest-connector: using ${elsewhere} from the environment; the app was not started.\n`);
    expect(app.pids()).toEqual([]);
    expect(runFor({ app: config })).toMatchObject({ checkedUrls: [elsewhere] });
    expect(runFor({ app: config })?.project).not.toHaveProperty('appUrl');
  });
});

describe('an app', () => {
  it('is started, told to the workers, and stopped', async () => {
    const [app, config] = await scripted('withChild');
    await setupConnector(ONCE, project({ app: config }));
    expect(runFor({ app: config })).toMatchObject({ project: { appUrl: app.url }, checkedUrls: [app.url] });
    expect(runFor()).toMatchObject({ project: { appUrl: app.url } });
    expect(app.alive()).toHaveLength(2);
    await teardownConnector();
    await teardownConnector();
    expect(app.alive()).toEqual([]);
    expect(printed).toBe('');
  });

  it('may have a folder relative to rootDir, and listen where the environment says', async () => {
    const [app] = await scripted('healthy');
    process.env['ATLAN_APP_HTTP_PORT'] = String(app.port);
    const config = { command: app.command, cwd: '.', env: app.env };
    await setupConnector(ONCE, project({ app: config }, app.folder));
    expect(runFor({ app: config })).toMatchObject({ project: { appUrl: app.url } });
    expect(app.alive()).toHaveLength(1);
  });

  it('leaves nothing when it does not start, and its error has no stack of ours', async () => {
    const [first, one] = await scripted('healthy');
    const [, two] = await scripted('crashing');
    await setupConnector(ONCE, project({ app: one }));
    const error = await failure(setupConnector(ONCE, project({ app: two }, mockTemporary, 'two')));
    expect(error).toMatchObject({ code: 'SERVICE_EXITED' });
    expect(error.stack).toBe(`ConnectorTestError [SERVICE_EXITED]: ${error.message}`);
    expect(first.alive()).toEqual([]);
    expect(runFor()).toBeUndefined();
  });

  it('is used where it runs already, outside CI', async () => {
    const url = await serve(200);
    const [app, config] = await scripted('healthy', { url });
    await setupConnector(ONCE, project({ app: config }));
    expect(printed).toBe(
      `jest-connector: using the server that is already running at ${url};\n  \`${process.execPath} app.js\` was not started.\n`,
    );
    expect(runFor({ app: config })).toMatchObject({ project: { appUrl: url } });
    expect(app.pids()).toEqual([]);

    process.env['CI'] = 'true';
    expect(await failure(setupConnector(ONCE, project({ app: config })))).toMatchObject({ code: 'PORT_IN_USE' });
  });

  it('is shared by projects with the same configuration', async () => {
    const [app, config] = await scripted('healthy');
    await setupConnector(ONCE, project({ app: config }));
    await setupConnector(ONCE, project({ app: { ...config } }));
    expect(app.pids()).toHaveLength(1);
    expect(printed).toBe('');
  });

  it('is told apart from another project’s', async () => {
    const [one, first] = await scripted('healthy');
    const [two, second] = await scripted('healthy');
    await setupConnector(ONCE, project({ app: first }, mockTemporary, 'one'));
    await setupConnector(ONCE, project({ app: second }, mockTemporary, 'two'));
    expect([first, second].map((app) => runFor({ app })?.project?.appUrl)).toEqual([one.url, two.url]);
    expect(runFor()?.project).toBeUndefined();
  });

  it('is not taken for another project’s at the same place', async () => {
    const [, config] = await scripted('healthy');
    await setupConnector(ONCE, project({ app: config }, mockTemporary, 'one'));
    const other = { ...config, command: ['node', 'other.js'] };
    const error = await failure(setupConnector(ONCE, project({ app: other }, mockTemporary, 'two')));
    expect(error).toMatchObject({ code: 'PORT_IN_USE' });
    expect(error.message).toContain('this run already started the app there');
  });

  it('that ended while tests ran is told of at the end, with its last lines', async () => {
    const [app, config] = await scripted('dyingLater');
    await setupConnector(ONCE, project({ app: config }));
    await app.ended();
    await teardownConnector();
    expect(printed).toBe(
      'jest-connector: the app exited with code 4 while the tests ran. Last output:\n  │ Error: out of luck\n',
    );
  });

  it('that takes long is told of after two seconds', async () => {
    const [app, config] = await scripted('unhealthy', { timeout: 2_500 });
    await failure(setupConnector(ONCE, project({ app: config })));
    expect(printed).toBe(
      `jest-connector: waiting for the app: GET ${app.url}/server/health returned 503 (after 2 s)\n`,
    );
  });
});

describe('services', () => {
  it('start in the order of what they depend on, on free ports, and give the app and the tests what they provide', async () => {
    const [db, { url: _of, ...database }] = await scripted('healthy');
    const [app, { url: _its, ...config }] = await scripted('healthy');
    const connector: ConnectorConfig = {
      services: {
        db: {
          ...database,
          port: 'auto',
          env: { PIDS: db.env.PIDS, PORT: '${port}' },
          provides: { MY_DB_PORT: '${port}' },
        },
        seed: {
          command: 'echo "$MY_DB_PORT" > seeded && cat ${folder}/list.txt >> seeded',
          ...{ cwd: app.folder, dependsOn: ['db'], ready: { exit: true }, files: { 'list.txt': 'to ${folder}' } },
        },
      },
      app: { ...config, port: 'auto', env: { PIDS: app.env.PIDS, PORT: '${port}' } },
    };
    await setupConnector(ONCE, project(connector));
    const state = runFor(connector)?.project;
    const seeded = readFileSync(join(app.folder, 'seeded'), 'utf8');

    expect(seeded).toMatch(new RegExp(`^${process.env['MY_DB_PORT']}\nto ${mockTemporary}/jest-connector-files-`));
    expect((await fetch(`http://127.0.0.1:${process.env['MY_DB_PORT']}`)).status).toBe(200);
    expect((await fetch(state?.appUrl ?? '')).status).toBe(200);
    expect(state?.appLog).toMatch(/app\.log$/);
    await teardownConnector();
    expect([db.alive(), app.alive()]).toEqual([[], []]);
    expect(process.env['MY_DB_PORT']).toBeUndefined();
    expect(printed).toBe('');
  });

  it('that fail stop all others, and say which it was', async () => {
    const [db, database] = await scripted('healthy');
    const [, broken] = await scripted('crashing');
    const services = { db: withPort(database), broken: { ...withPort(broken), dependsOn: ['db'] } };
    const error = await failure(setupConnector(ONCE, project({ services, serverHost: 'http://127.0.0.1:1' })));

    expect(error.message).toContain('The service "broken" exited with code 3 before it was ready.');
    expect(db.pids()).toHaveLength(1);
    expect(db.alive()).toEqual([]);
  });

  it('are not started when the environment names the server', async () => {
    const [db, database] = await scripted('healthy');
    process.env['CONNECTOR_SERVER_HOST'] = await serve(200);
    await setupConnector(ONCE, project({ services: { db: withPort(database) } }));
    expect(db.pids()).toEqual([]);
  });
});

describe('watch mode', () => {
  it('keeps the app between runs', async () => {
    const [app, config] = await scripted('healthy');
    for (const _run of [1, 2]) {
      await setupConnector(WATCH, project({ app: config }));
      await teardownConnector();
    }
    expect(app.pids()).toHaveLength(1);
    expect(app.alive()).toHaveLength(1);
    expect(runFor({ app: config })).toMatchObject({ project: { appUrl: app.url } });
  });

  it('starts an app anew whose configuration has changed', async () => {
    const [app, config] = await scripted('healthy');
    await setupConnector(WATCH, project({ app: config }));
    await setupConnector(WATCH, project({ app: { ...config, env: { ...app.env, MORE: '1' } } }));
    expect(app.pids()).toHaveLength(2);
    expect(app.alive()).toEqual([app.pids()[1]]);
    expect(printed).toBe('jest-connector: stopping the app, because its configuration has changed.\n');
  });

  it('starts an app again that has ended', async () => {
    const [app, config] = await scripted('healthy');
    await setupConnector(WATCH, project({ app: config }));
    process.kill(app.pids()[0]!, 'SIGKILL');
    await app.ended();
    await setupConnector(WATCH, project({ app: config }));
    expect(app.alive()).toEqual([app.pids()[1]]);
    expect(printed).toBe('jest-connector: the app was terminated by SIGKILL since the last run; starting it again.\n');
  });
});

describe('a configuration that is not right', () => {
  it('is refused with all its problems, those of the environment too', async () => {
    process.env['CONNECTOR_TIMEOUT'] = 'soon';
    const error = await failure(setupConnector(ONCE, project({ app: { comand: 'x' } } as never)));
    expect(error).toMatchObject({ code: 'INVALID_CONFIGURATION' });
    expect(error.message).toContain('globals.connector.app, comand: expected a known field');
    expect(error.message).toContain('environment variable CONNECTOR_TIMEOUT');
    delete process.env['CONNECTOR_TIMEOUT'];
  });
});
