import { spawn } from 'node:child_process';
import { stripVTControlCharacters } from 'node:util';

/** How a command ended. */
export interface CommandResult {
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
  /** Both, in the order in which they came, without colours. */
  readonly output: string;
}

export interface CommandOptions {
  readonly cwd: string;
  /** Over the cleaned environment; `undefined` removes. */
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** In milliseconds; then the whole process group is killed. @default 60000 */
  readonly timeout?: number;
  /** Told of the process, which leads a group of its own. */
  readonly started?: (pid: number) => void;
}

/** What the surrounding run would leak: its own Jest, npm and Node settings, CI, and our variables. */
export const OWN =
  /^(CI|NODE_ENV|NODE_OPTIONS|FORCE_COLOR|NO_COLOR|TS_JEST|GITHUB_\w+|(JEST|CONNECTOR|E2E|ATLAN)_\w+)$|^npm_/;
/** Where npm finds packages is the machine's, not the run's. */
const KEPT = /^npm_config_(registry|cache|userconfig|globalconfig|https?_proxy|cafile)$/;

/** Runs a command to its end, as a person would in a fresh shell. */
export function runCommand(command: readonly string[], options: CommandOptions): Promise<CommandResult> {
  const { cwd, env = {}, timeout = 60_000, started } = options;
  const inherited = Object.entries(process.env).filter(([name]) => KEPT.test(name) || !OWN.test(name));
  const [program = '', ...args] = command;
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      cwd,
      env: { ...Object.fromEntries(inherited), ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true,
    });
    if (child.pid !== undefined) started?.(child.pid);
    const texts = { stdout: '', stderr: '', output: '' };
    for (const name of ['stdout', 'stderr'] as const) {
      child[name].setEncoding('utf8').on('data', (text: string) => {
        texts[name] += text;
        texts.output += text;
      });
    }
    const timer = setTimeout(() => {
      if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
      reject(new Error(`${command.join(' ')} did not finish within ${timeout} ms:\n${texts.output}`));
    }, timeout);
    child.on('error', reject);
    child.on('close', (exitCode) => {
      clearTimeout(timer);
      resolve({ exitCode, ...texts, output: stripVTControlCharacters(texts.output) });
    });
  });
}
