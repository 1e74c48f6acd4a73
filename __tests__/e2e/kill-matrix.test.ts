import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { afterAll, afterEach, beforeAll, beforeEach, expect, jest, test } from '@jest/globals';
import { IN_MATRIX } from '../support/in-matrix';
import { freePort, isAlive, processesWith, until } from '../support/scripted-app';
import { type Installation, installPackage } from './installed-project';

jest.setTimeout(60_000);

const SHAPES = ['one', 'three', 'shell'] as const;

/** What goes wrong, and what the first lines must say. */
const CAUSES: readonly (readonly [cause: string, says: RegExp])[] = [
  ['throw in setup', /no seed data/],
  ['boot crash', /The app exited with code 1/],
  ['boot hang', /The app was not ready within 1,500 ms/],
  ['port taken', /http:\/\/127\.0\.0\.1:\d+ is already in use/],
  ['failing test', /Scenario "auth_valid" failed/],
  ['bail', /Scenario "auth_valid" failed/],
  ['SIGINT', /SIGINT: stopping .*the app/],
  ['SIGINT twice', /SIGINT: stopping .*the app/],
  ['SIGTERM', /SIGTERM: stopping .*the app/],
  ['SIGKILL', /Jest exited without stopping this process/],
  ['watch quit', /Tests: +1 passed/],
];

/** Each stands for others, which integration tests cover. */
const OUTSIDE_THE_MATRIX = ['throw in setup', 'SIGINT', 'SIGKILL'];

/** In the matrix all cells; otherwise some causes once, and each shape in turn. */
const CELLS = CAUSES.filter(([cause]) => IN_MATRIX || OUTSIDE_THE_MATRIX.includes(cause)).flatMap(
  ([cause, says], row) =>
    SHAPES.filter((_shape, column) => IN_MATRIX || column === row % SHAPES.length).map(
      (shape) => [cause, shape, says] as const,
    ),
);

let installation: Installation;
let project: string;
let temporary: string;
let otherServer: Server;

beforeAll(async () => {
  installation = await installPackage();
  project = installation.project('kill-matrix');
  // A copy of its own, whose guardians are those of this suite.
  cpSync(installation.installed('jest-connector'), join(project, 'node_modules/jest-connector'), { recursive: true });
  otherServer = createServer((_request, response) => response.end('{}'));
  await new Promise<void>((resolve) => void otherServer.listen(0, '127.0.0.1', resolve));
}, 300_000);
afterAll(() => {
  otherServer.close();
});
beforeEach(() => {
  temporary = mkdtempSync(join(tmpdir(), 'kill-matrix-'));
});
afterEach(() => rmSync(temporary, { recursive: true }));

const pidsFile = (): string => join(temporary, 'pids');
const written = (): string => (existsSync(pidsFile()) ? readFileSync(pidsFile(), 'utf8') : '');
const started = (): number[] => (written().match(/^\d+$/gm) ?? []).map(Number);
const guardians = (): number[] => processesWith(join(project, 'node_modules/jest-connector/dist/guardian.js'));

/** The whole of what the logs hold. */
function logs(): string {
  const names = readdirSync(temporary, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.log'));
  return names.map((name) => readFileSync(join(temporary, name), 'utf8')).join('');
}

interface Interruptible {
  readonly child: ChildProcess;
  output(): string;
  readonly ended: Promise<unknown>;
}

/** On a terminal of its own, without which Jest's watch mode takes no keys. */
function onTerminal(command: readonly string[]): string[] {
  return process.platform === 'linux'
    ? ['script', '-qec', command.join(' '), '/dev/null']
    : ['script', '-q', '/dev/null', ...command];
}

/** Jest, as a shell would start it; in watch mode on a terminal. */
function start(cause: string, shape: string, more: Readonly<Record<string, string>> = {}): Interruptible {
  const { port } = otherServer.address() as AddressInfo;
  const { CI: _ci, ...inherited } = process.env;
  const env = {
    ...Object.fromEntries(Object.entries(inherited).filter(([name]) => !/^(JEST_|CONNECTOR_|FORCE_COLOR)/.test(name))),
    ...{ KILL_CAUSE: cause, KILL_SHAPE: shape, KILL_PIDS: pidsFile(), KILL_PORT: String(port), TMPDIR: temporary },
    ...more,
  };
  const args = [installation.installed('jest/bin/jest.js'), '--no-watchman', ...(cause === 'bail' ? ['--bail'] : [])];
  const command = [process.execPath, ...args];
  const [file = '', ...words] = cause === 'watch quit' ? onTerminal([...command, '--watchAll']) : command;
  const child = spawn(file, words, { cwd: project, env, detached: true, stdio: ['pipe', 'pipe', 'pipe'] });
  let text = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (piece: string) => (text += piece));
  const timer = setTimeout(() => child.pid !== undefined && process.kill(-child.pid, 'SIGKILL'), 40_000);
  const ended = new Promise((resolve) => child.once('close', resolve)).finally(() => clearTimeout(timer));
  return { child, ended, output: () => stripVTControlCharacters(text) };
}

async function bringAbout(cause: string, { child, output }: Interruptible): Promise<void> {
  if (cause === 'watch quit') {
    const runs = (): number => output().split('Watch Usage').length - 1;
    await until(() => runs() === 1, 20_000);
    const before = started();
    child.stdin?.write('\r');
    await until(() => runs() === 2, 20_000);
    expect(started()).toEqual(before);
    expect(before.every(isAlive)).toBe(true);
    child.stdin?.write('q');
  }
  const [signal = '', twice] = cause.split(' ');
  if (!signal.startsWith('SIG')) return;
  await until(() => written().includes('waiting'), 20_000);
  child.kill(signal as NodeJS.Signals);
  if (twice === undefined) return;
  await until(() => output().includes('stopping'));
  child.kill(signal as NodeJS.Signals);
}

/** The first three lines of the first message. */
function firstLines(output: string, says: RegExp): string {
  const lines = output.split(/\r?\n/).filter((line) => line.trim() !== '');
  const first = lines.findIndex((line) =>
    /●|ConnectorTestError|jest-connector: |^Error: |Tests: +[1-9]|without stopping/.test(line),
  );
  return lines.slice(Math.max(0, first), first + 3).join('\n') || `nothing of ${String(says)}`;
}

test.each(CELLS)('%s × %s: nothing is left, and the cause is named', async (cause, shape, says) => {
  const run = start(cause, shape);
  await bringAbout(cause, run);
  await run.ended;
  await until(() => started().every((pid) => !isAlive(pid)) && guardians().length === 0, 10_000);

  expect(firstLines(cause === 'SIGKILL' ? logs() : run.output(), says)).toMatch(says);
  expect(started().length > 0).toBe(cause !== 'port taken');
  expect(run.output()).not.toMatch(/did not exit|open handle/);
  const files = readdirSync(temporary).filter((name) => !/^jest_|^pids$|^jest-connector-\d+$/.test(name));
  expect(files).toEqual([]);
});

test('of two runs at once in one folder, none uses or stops what the other has started', async () => {
  const fixed = { KILL_FIXED: '1', KILL_PORT: String(await freePort()) };
  const first = start('SIGINT', 'one', fixed);
  await until(() => written().includes('waiting'), 20_000);
  expect(guardians()).toHaveLength(1);
  const second = start('none', 'one', fixed);
  await second.ended;
  const third = start('none', 'one');
  await third.ended;

  expect(second.output()).toMatch(/PORT_IN_USE.*: The app was not started: http.* is already in use/);
  expect(second.output()).toContain(`another Jest run (pid ${first.child.pid} in ${project}) has started it`);
  expect(second.output()).toContain("globals.connector.app.port: 'auto'");
  expect(third.output()).toMatch(/Tests: +1 passed/);
  expect(started().map(isAlive)).toEqual([true, false]);
  first.child.kill('SIGINT');
  await first.ended;
  expect(started().map(isAlive)).toEqual([false, false]);
});
