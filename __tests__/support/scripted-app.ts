import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** How an app of a few lines behaves; each writes its process id down first. */
export const APP_SCRIPTS = {
  healthy: 'serve(200);',
  unhealthy: "console.log('waiting for a database'); serve(503);",
  deaf: 'setInterval(() => {}, 1000);',
  crashing: "console.log('line one'); console.error('Error: no database'); process.exit(3);",
  stubborn: "process.on('SIGTERM', () => console.log('no')); serve(200);",
  withChild: "child('setInterval(() => {}, 1000)'); serve(200);",
  // It serves when its child has had the time to take its stand.
  withStubbornChild:
    'child(\'process.on("SIGTERM", () => {}); setInterval(() => {}, 1000)\'); setTimeout(() => serve(200), 300);',
  // In a session of its own, as a daemon would be.
  withStray:
    "const stray = require('node:child_process').spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { detached: true, stdio: 'ignore' }); stray.unref(); note(stray.pid); serve(200);",
  dyingLater: "serve(200); setTimeout(() => { console.error('Error: out of luck'); process.exit(4); }, 1000);",
} as const;

const PRELUDE = `
const { appendFileSync } = require('node:fs');
const note = (pid) => appendFileSync(process.env.PIDS, pid + '\\n');
note(process.pid);
const child = (code) => note(require('node:child_process').spawn(process.execPath, ['-e', code]).pid);
const serve = (status) => require('node:http')
  .createServer((request, response) => { response.statusCode = status; response.end('{}'); })
  .listen(Number(process.env.PORT), process.env.HOST || '127.0.0.1');
`;

/** A folder with an app in it, a free port for it, and a list of the processes that it became. */
export class ScriptedApp {
  readonly folder = realpathSync(mkdtempSync(join(tmpdir(), 'scripted-app-')));
  readonly command = [process.execPath, 'app.js'];
  readonly env: { PORT: string; PIDS: string };

  private constructor(
    script: keyof typeof APP_SCRIPTS,
    readonly port: number,
  ) {
    writeFileSync(join(this.folder, 'app.js'), PRELUDE + APP_SCRIPTS[script]);
    this.env = { PORT: String(port), PIDS: join(this.folder, 'pids') };
  }

  static async create(script: keyof typeof APP_SCRIPTS): Promise<ScriptedApp> {
    return new ScriptedApp(script, await freePort());
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  /** Every process that it became, in order. */
  pids(): number[] {
    if (!existsSync(this.env.PIDS)) return [];
    return readFileSync(this.env.PIDS, 'utf8').trim().split('\n').map(Number);
  }

  /** Those that still run. */
  alive(): number[] {
    return this.pids().filter(isAlive);
  }

  /** Resolves when it has ended and its guardian has had time to report that. */
  async ended(): Promise<void> {
    await until(() => this.alive().length === 0);
    await new Promise((resolve) => setTimeout(resolve, 300));
  }

  remove(): void {
    for (const pid of this.alive()) process.kill(pid, 'SIGKILL');
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** Whether a process runs; one that ended and was not reaped does not. */
export function isAlive(pid: number): boolean {
  // Most have ended, and `ps` is a process of its own.
  return exists(pid) && processes().some((process) => process.pid === pid);
}

function exists(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

/** The processes whose command line has `text` in it. */
export function processesWith(text: string): number[] {
  return processes()
    .filter(({ command }) => command.includes(text))
    .map(({ pid }) => pid);
}

function processes(): { pid: number; command: string }[] {
  const list = execFileSync('ps', ['-eo', 'pid=,stat=,args='], { encoding: 'utf8' });
  return list
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/))
    .filter(([, state]) => !state?.startsWith('Z'))
    .map(([pid, , ...words]) => ({ pid: Number(pid), command: words.join(' ') }));
}

/** A port that nobody listened on a moment ago. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}

/** Waits until something holds, and fails after some seconds if it does not. `what` names it in the error. */
export async function until(
  holds: () => boolean | Promise<boolean>,
  milliseconds = 8_000,
  what = holds.toString(),
): Promise<void> {
  const deadline = Date.now() + milliseconds;
  while (!(await holds())) {
    if (Date.now() > deadline) throw new Error(`did not come to hold within ${milliseconds} ms: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 30));
  }
}
