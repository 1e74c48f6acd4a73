import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { join } from 'node:path';
import { readEnd } from '../../../../src/service/logs/end-file';
import { closeRunFolder, runFolder } from '../../../../src/service/run/run-folder';
import type { RunningService, ServiceSpec } from '../../../../src/service/service';
import { startService } from '../../../../src/service/start/start-service';
import { CompiledSources } from '../../../support/compiled-sources';
import type { APP_SCRIPTS } from '../../../support/scripted-app';
import { processesWith, ScriptedApp, until } from '../../../support/scripted-app';

jest.setTimeout(30_000);

const mockSources = new CompiledSources();
const mockTemporary = mkdtempSync(join(jest.requireActual<typeof import('node:os')>('node:os').tmpdir(), 'logs-'));

jest.mock('../../../../src/service/process/guardian-file', () => ({
  guardianFile: () => mockSources.file('src/service/process/guardian'),
}));
jest.mock('node:os', () => ({ ...jest.requireActual('node:os'), tmpdir: () => mockTemporary }));

const GUARDIAN = mockSources.file('src/service/process/guardian');
const notices: string[] = [];
const listener = { notice: (line: string) => void notices.push(line) };
let app: ScriptedApp;
let service: RunningService | undefined;
let server: Server | undefined;

afterEach(async () => {
  await service?.stop();
  server?.close();
  const left = { processes: app.alive(), guardians: processesWith(GUARDIAN) };
  app.remove();
  expect(left).toEqual({ processes: [], guardians: [] });
  closeRunFolder();
  notices.length = 0;
  service = undefined;
  server = undefined;
});

afterAll(() => {
  mockSources.remove();
  rmSync(mockTemporary, { recursive: true });
});

async function spec(script: keyof typeof APP_SCRIPTS, changes: Partial<ServiceSpec> = {}): Promise<ServiceSpec> {
  app = await ScriptedApp.create(script);
  return {
    name: 'app',
    title: 'app',
    option: 'globals.connector.app',
    command: app.command,
    cwd: app.folder,
    env: { ...process.env, ...app.env },
    listens: [app.url],
    ready: { kind: 'url', url: `${app.url}/server/health` },
    timeout: 10_000,
    stopSignal: 'SIGTERM',
    graceMs: 600,
    reuseExisting: true,
    provides: {},
    ...changes,
  };
}

async function failedStart(given: ServiceSpec): Promise<string> {
  try {
    service = await startService(given, listener);
  } catch (error) {
    return String(error);
  }
  throw new Error('It started.');
}

function occupy(port: number, status: number, host = '127.0.0.1'): Promise<void> {
  server = createServer((_request, response) => response.writeHead(status).end());
  return new Promise((resolve) => server?.listen(port, host, resolve));
}

describe('a service that starts', () => {
  it('is ready when its health is good, and gone after the stop', async () => {
    service = await startService(await spec('healthy'), listener);
    expect((await fetch(app.url)).status).toBe(200);
    expect(service).toMatchObject({ isAdopted: false, end: undefined });
    expect(app.alive()).toHaveLength(1);

    await service.stop();
    await service.stop();
    expect(app.alive()).toEqual([]);
    await expect(fetch(app.url)).rejects.toThrow('fetch failed');
  });

  it('may be a command for the shell', async () => {
    const given = await spec('healthy');
    service = await startService({ ...given, command: `cd . && "${process.execPath}" app.js` }, listener);
    expect(app.alive()).toHaveLength(1);
  });

  it('is stopped with all that it started', async () => {
    service = await startService(await spec('withChild'), listener);
    expect(app.alive()).toHaveLength(2);
  });

  it.each(['stubborn', 'withStubbornChild'] as const)(
    'is killed when it does not heed TERM: %s',
    async (script) => {
      service = await startService(await spec(script), listener);
      const began = performance.now();
      await service.stop();
      expect(performance.now() - began).toBeGreaterThan(590);
      expect(app.alive()).toEqual([]);
    },
    15_000,
  );

  it('leaves no handler of signals behind', async () => {
    const before = process.listenerCount('SIGINT');
    service = await startService(await spec('healthy'), listener);
    expect(process.listenerCount('SIGINT')).toBe(before + 1);
    await service.stop();
    expect(process.listenerCount('SIGINT')).toBe(before);
  });

  it('notes no end of a process that was stopped', async () => {
    service = await startService(await spec('healthy'), listener);
    await service.stop();
    expect(readEnd(service.logFile ?? '')).toBeUndefined();
  });

  it('tells how it ended, and what it wrote, if it ends later', async () => {
    service = await startService(await spec('dyingLater'), listener);
    const running = service;
    await until(() => running.end !== undefined && readEnd(running.logFile ?? '') !== undefined);
    expect(running.end).toEqual({ kind: 'exited', code: 4, signal: null });
    // Workers know its log only.
    expect(readEnd(running.logFile ?? '')).toEqual({ end: running.end, at: expect.any(Number) as number });
    expect(running.logTail()).toContain('Error: out of luck');
  });
});

describe('a service that does not start', () => {
  it('is reported with its code and its last lines as soon as it ends', async () => {
    const began = performance.now();
    const text = await failedStart(await spec('crashing', { timeout: 60_000 }));
    expect(performance.now() - began).toBeLessThan(5_000);
    expect(text).toContain('ConnectorTestError [SERVICE_EXITED]: The app exited with code 3 before it was ready.\n');
    expect(text).toContain('│ line one\n         │ Error: no database\n');
    expect(text).toMatch(
      new RegExp(`run the command yourself in that folder; it must keep running and listen at\\s+${app.url}\\.`),
    );
  });

  it('gives no advice that needs its temporary folder, which is gone by then', async () => {
    const folder = mkdtempSync(join(mockTemporary, 'files-'));
    const given = await spec('crashing');
    for (const changes of [
      { cwd: folder, command: [process.execPath, `${given.cwd}/app.js`] },
      { env: { ...given.env, CONFIG: `${folder}/a` } },
    ]) {
      const text = await failedStart({ ...given, folder, ...changes });
      expect(text).not.toContain('in that folder');
      expect(text).toContain('replace ${folder} in globals.connector.app with a folder of your own');
    }
    const other = mkdtempSync(join(mockTemporary, 'files-'));
    const missing = await failedStart({ ...given, folder: other, cwd: other, command: ['./not-there'] });
    expect(missing).toMatch(
      /a relative path is resolved against its temporary folder \(\$\{folder\}\), so use an\s+absolute one\./,
    );
  });

  it('is reported with what its health was when the time is up', async () => {
    const text = await failedStart(await spec('unhealthy', { timeout: 3_000 }));
    expect(text).toContain(
      `[SERVICE_NOT_READY]: The app was not ready within 3,000 ms: GET ${app.url}/server/health returned 503.`,
    );
    expect(text).toContain('│ waiting for a database');
    expect(text).toContain('globals.connector.app.timeout');
  });

  it('is told from one that listens nowhere', async () => {
    const text = await failedStart(await spec('deaf', { timeout: 1_200 }));
    expect(text).toContain(`was refused (ECONNREFUSED 127.0.0.1:${app.port}).`);
    expect(text).toContain('It wrote no output.');
  });

  it('says that a command of a list is missing', async () => {
    const text = await failedStart(await spec('healthy', { command: ['no-such-command', 'app.js'] }));
    expect(text).toContain('[COMMAND_NOT_FOUND]: The command of the app could not be started: no-such-command');
    expect(text).toContain('the program is not in the PATH');
  });

  it('knows a whole command line in a list', async () => {
    const text = await failedStart(await spec('healthy', { command: ['npm start'] }));
    expect(text).toContain("as ['npm', 'start'], or as the string 'npm start'");
  });

  it('says that a file is not executable', async () => {
    const text = await failedStart(await spec('healthy', { command: ['./app.js'] }));
    expect(text).toContain('not executable (EACCES)');
    expect(text).toContain('chmod +x');
  });

  it('says that the shell found no command', async () => {
    const text = await failedStart(await spec('healthy', { command: 'no-such-command --port 1' }));
    expect(text).toContain(
      '[COMMAND_NOT_FOUND]: The shell could not find the command of the app: no-such-command --port 1',
    );
    expect(text).toMatch(/│ .*no-such-command.*not found/);
  });

  it('says that the folder is missing', async () => {
    const text = await failedStart(await spec('healthy', { cwd: '/no/such/folder' }));
    expect(text).toContain('[INVALID_CONFIGURATION]: The working directory of the app does not exist: /no/such/folder');
    expect(text).toContain('globals.connector.app.cwd');
  });
});

describe('a port that is taken', () => {
  it('is used when what listens there is healthy, which is said', async () => {
    const given = await spec('healthy');
    await occupy(app.port, 200);
    service = await startService(given, listener);
    expect(service.isAdopted).toBe(true);
    expect(notices).toEqual([
      `using the server that is already running at ${app.url}; \`${process.execPath} app.js\` was not started.`,
    ]);
    expect(app.pids()).toEqual([]);
    await service.stop();
    expect((await fetch(app.url)).status).toBe(200);
  });

  it('is refused when it is not healthy', async () => {
    const given = await spec('healthy');
    await occupy(app.port, 404);
    const text = await failedStart(given);
    expect(text).toContain(`[PORT_IN_USE]: The app was not started: ${app.url} is already in use.`);
    expect(text).toContain(`it isn't a healthy app: GET ${app.url}/server/health returned 404.`);
    expect(text).toContain(`lsof -i :${app.port}`);
  });

  it('is refused where reuse is not allowed', async () => {
    const given = await spec('healthy', { reuseExisting: false });
    await occupy(app.port, 200);
    expect(await failedStart(given)).toContain('reuseExisting is false, which is the default if CI is set');
    expect(app.pids()).toEqual([]);
  });

  it('is seen on the other family of localhost', async () => {
    const given = await spec('healthy', { reuseExisting: false });
    await occupy(app.port, 200, '::1');
    expect(await failedStart({ ...given, listens: [`http://localhost:${app.port}`] })).toContain('[PORT_IN_USE]');
  });
});

describe('when a service is ready', () => {
  const READY_LINE = "console.log('listening on 1234, token pLanted-77'); setInterval(() => {}, 1000);";
  const script = (code: string): Partial<ServiceSpec> => ({ command: [process.execPath, '-e', code], listens: [] });

  it('a line of its log says so, and what it holds is handed on', async () => {
    const ready = { kind: 'log', pattern: '^listening on (\\d+)', captures: ['MY_PORT'] } as const;
    service = await startService(await spec('healthy', { ...script(READY_LINE), ready }), listener);
    expect(service.provides).toEqual({ MY_PORT: '1234' });
  });

  it('a line that never comes is named', async () => {
    const ready = { kind: 'log', pattern: 'lisening', captures: [] } as const;
    // A shell has written it within milliseconds, on a busy machine too.
    const command = "echo 'listening on 1234'; exec sleep 60";
    const text = await failedStart(await spec('healthy', { command, listens: [], ready, timeout: 1_500 }));
    expect(text).toContain('no line in its log matches /lisening/.');
    expect(text).toContain('│ listening on 1234');
  });

  it('its port says so', async () => {
    const given = await spec('healthy');
    service = await startService({ ...given, ready: { kind: 'port', host: '127.0.0.1', port: app.port } }, listener);
    expect((await fetch(app.url)).status).toBe(200);
  });

  it('a command says so', async () => {
    const command = [process.execPath, '-e', `require('fs').readFileSync('pids')`];
    service = await startService(await spec('healthy', { ready: { kind: 'command', command } }), listener);
    expect(app.pids()).toHaveLength(1);

    const failing = { kind: 'command', command: ['sh', '-c', 'exit 4'] } as const;
    const other = { ...(await spec('healthy', { ready: failing, timeout: 900 })) };
    expect(await failedStart(other)).toContain("sh -c 'exit 4' exited with code 4.");
  });

  it('a probe that the deadline cut short does not hide what the one before found', async () => {
    // Exits with 4 the first time, and hangs from then on.
    const command = ['sh', '-c', 'mkdir probed 2>/dev/null && exit 4; exec sleep 60'];
    const text = await failedStart(await spec('healthy', { ready: { kind: 'command', command }, timeout: 1_500 }));
    expect(text).toContain('exited with code 4.');
  });

  it('its end with 0 says so', async () => {
    const ready = { kind: 'exit' } as const;
    service = await startService(await spec('healthy', { ...script("console.log('migrated')"), ready }), listener);
    expect(service.end).toEqual({ kind: 'exited', code: 0, signal: null });
    expect(service.logTail()).toBe('migrated');
    expect(await failedStart(await spec('healthy', { ...script('process.exit(2)'), ready }))).toContain(
      '[SERVICE_EXITED]: The app exited with code 2 before it was ready.',
    );
  });

  it('a start is given up when it is told so, and nothing is left', async () => {
    const giveUp = new AbortController();
    const start = startService(await spec('deaf'), { ...listener, signal: giveUp.signal });
    setTimeout(() => giveUp.abort(), 400);
    await expect(start).rejects.toThrow('The start of the app was cancelled.');
    expect(app.alive()).toEqual([]);
  });
});

describe('its log', () => {
  it('is kept, with the time of each line, and without the secrets of its environment', async () => {
    const given = await spec('dyingLater');
    const command = [
      process.execPath,
      '-e',
      'console.log(`one ${process.env.MY_TOKEN}\\ntwo`); console.error("three")',
    ];
    const env = { ...given.env, MY_TOKEN: 'pLanted-99!' };
    service = await startService({ ...given, command, env, listens: [], ready: { kind: 'exit' } }, listener);
    await service.stop();
    const log = readFileSync(service.logFile ?? '', 'utf8');

    expect(service.logFile).toContain(runFolder());
    expect(
      log
        .replace(/^\S+T\S+Z /gm, 'TIME ')
        .split('\n')
        .sort(),
    ).toEqual(['', 'TIME one [redacted]', 'TIME three', 'TIME two'].sort());
    expect(service.logTail()).toContain('one [redacted]');
  });
});
