import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CompiledSources } from '../../../support/compiled-sources';
import { IN_MATRIX } from '../../../support/in-matrix';
import type { APP_SCRIPTS } from '../../../support/scripted-app';
import { processesWith, ScriptedApp, until } from '../../../support/scripted-app';

jest.setTimeout(30_000);

const sources = new CompiledSources();
const GUARDIAN = sources.file('src/service/process/guardian');
let app: ScriptedApp;

afterEach(() => {
  app.remove();
});

afterAll(() => {
  sources.remove();
});

/** A process that starts the app as global setup would, says so, and then does what Jest might do. */
async function parentOf(script: keyof typeof APP_SCRIPTS, then: string, graceMs = 500): Promise<ChildProcess> {
  app = await ScriptedApp.create(script);
  const temporary = join(app.folder, 'temporary');
  mkdirSync(join(temporary, 'own-files'), { recursive: true });
  const spec = {
    ...{
      name: 'app',
      title: 'app',
      option: 'app',
      command: app.command,
      cwd: app.folder,
      listens: [app.url],
      provides: {},
    },
    ...{
      ready: { kind: 'url', url: `${app.url}/health` },
      stopSignal: 'SIGTERM',
      folder: join(temporary, 'own-files'),
    },
    ...{ timeout: 10_000, graceMs, reuseExisting: false, env: { ...process.env, ...app.env } },
  };
  const path = join(app.folder, 'parent.js');
  writeFileSync(
    path,
    `const { startService } = require(${JSON.stringify(sources.file('src/service/start/start-service'))});
     startService(${JSON.stringify(spec)}, { notice() {} }).then(() => { console.log('ready'); ${then} });`,
  );
  const parent = spawn(process.execPath, [path], {
    env: { ...process.env, TMPDIR: temporary },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await new Promise((resolve) => parent.stdout.once('data', resolve));
  return parent;
}

function exitOf(parent: ChildProcess): Promise<number | string | null> {
  return new Promise((resolve) => parent.once('exit', (code, signal) => resolve(code ?? signal)));
}

function nothingIsLeft(): boolean {
  const hasFiles = existsSync(join(app.folder, 'temporary/own-files'));
  return app.alive().length === 0 && processesWith(GUARDIAN).length === 0 && !hasFiles;
}

const STAY = 'setInterval(() => {}, 1000);';
// Only Linux shows which processes inherited the mark.
const SCRIPTS = (['healthy', 'stubborn', 'withStubbornChild', 'withStray'] as const).filter(
  (script) => script !== 'withStray' || process.platform === 'linux',
);

/** In the matrix every app by every signal; otherwise each signal once. */
const SIGNALS = [
  ['SIGINT', 130],
  ['SIGTERM', 143],
  ['SIGHUP', 129],
] as const;

describe.each(SCRIPTS.map((script, row) => [script, row] as const))('an app that is %s', (script, row) => {
  it.each(SIGNALS.filter((_signal, column) => IN_MATRIX || column === row % SIGNALS.length))(
    'is gone before its parent exits on %s',
    async (signal, code) => {
      const parent = await parentOf(script, STAY);
      const exit = exitOf(parent);
      parent.kill(signal);
      expect(await exit).toBe(code);
      expect(nothingIsLeft()).toBe(true);
    },
  );

  it('is gone soon after its parent was killed', async () => {
    const parent = await parentOf(script, STAY);
    expect(nothingIsLeft()).toBe(false);
    parent.kill('SIGKILL');
    await until(nothingIsLeft);
  });

  it('is gone when its parent calls process.exit', async () => {
    const exit = exitOf(await parentOf(script, 'process.exit(7);'));
    expect(await exit).toBe(7);
    expect(app.alive()).toEqual([]);
    await until(nothingIsLeft);
  });
});

it('keeps no parent alive that has nothing left to do', async () => {
  const exit = exitOf(await parentOf('healthy', ''));
  expect(await exit).toBe(0);
  await until(nothingIsLeft);
});

it('is killed at once when its parent is signalled twice', async () => {
  const parent = await parentOf('stubborn', `${STAY} process.on('SIGINT', () => console.log('heard'));`, 30_000);
  const exit = exitOf(parent);
  const began = performance.now();
  parent.kill('SIGINT');
  await once(parent.stdout!, 'data');
  parent.kill('SIGINT');
  expect(await exit).toBe(130);
  expect(performance.now() - began).toBeLessThan(15_000);
  await until(nothingIsLeft);
});

it('does not survive a guardian that is killed', async () => {
  const parent = await parentOf('healthy', STAY);
  for (const pid of processesWith(GUARDIAN)) process.kill(pid, 'SIGKILL');
  await until(() => app.alive().length === 0);
  const exit = exitOf(parent);
  parent.kill('SIGTERM');
  expect(await exit).toBe(143);
  expect(nothingIsLeft()).toBe(true);
});
