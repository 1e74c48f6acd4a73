import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runCli } from '../../src/cli/run-cli';
import { type AppServer, startAppServer } from './app-server';
import { recordedTerminal } from './recorded-terminal';
import { installed, temporaryProject } from './temporary-project';
import { unwrapped } from './unwrapped';

const CONFIG = {
  applicationName: 'shop',
  healthTimeout: 1_000,
  apis: { search: { method: 'GET', path: '/search' }, save: { method: 'POST', path: '/save' } },
};

/** The file of most commands. */
export const OUT = 'recorded.scenarios.js';

/**
 * Instead of Jest, which takes a second per command: reads the configuration of {@link recordingProject}. The tests in
 * `__tests__/e2e/record.test.ts` have Jest compute it.
 */
export function readSettings(_jest: unknown, rootDir: string): Promise<object> {
  const { globals } = JSON.parse(readFileSync(join(rootDir, 'settings.json'), 'utf8')) as { globals: object };
  const settings = { rootDir, globals, setupFilesAfterEnv: [] };
  return Promise.resolve({ configs: [settings], testFiles: [], environment: {} });
}

/** A project with an app that runs, for each test. */
export interface RecordingProject {
  readonly app: AppServer;
  /** Runs the command in the project. Indented lines are joined. */
  record(...args: string[]): Promise<{ readonly exitCode: number; readonly printed: string; readonly notices: string }>;
  /** The requests that came in, without those for health. */
  sent(): string[];
  files(): string[];
}

/** Declares the hooks that make the project, which is the current folder during a test. */
export function recordingProject(): RecordingProject {
  let app: AppServer;
  const before = { ...process.env };
  const started = process.cwd();
  // The first command loads everything, which takes seconds on a busy machine.
  jest.setTimeout(30_000);
  beforeEach(async () => {
    app = await startAppServer();
    app.respond('GET /search', { json: { hits: [{ title: 'a', id: 1 }], took: 3, kind: 'search' } });
    process.chdir(
      temporaryProject({
        'package.json': '{ "name": "shop" }',
        '.env': 'E2E_SHOP_USERNAME=test_user\nE2E_SHOP_PASSWORD=test_pass\n',
        'settings.json': JSON.stringify({ globals: { connector: { ...CONFIG, serverHost: app.url } } }),
        ...installed('jest', '30.0.0'),
      }),
    );
  });
  afterEach(async () => {
    process.chdir(started);
    for (const name of Object.keys(process.env)) if (!(name in before)) delete process.env[name];
    await app.close();
  });
  return {
    get app() {
      return app;
    },
    async record(...args) {
      const terminal = recordedTerminal();
      const exitCode = await runCli(['record', ...args], terminal);
      const [printed, notices] = [terminal.printed, terminal.notices].map((lines) => lines.join('\n')) as [
        string,
        string,
      ];
      return { exitCode, printed, notices: unwrapped(notices) };
    },
    sent: () =>
      app.requests.filter(({ path }) => path !== '/server/health').map(({ method, path }) => `${method} ${path}`),
    files: () => readdirSync('.').filter((name) => name !== 'node_modules'),
  };
}
