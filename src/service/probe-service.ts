import { spawn } from 'node:child_process';
import { isListening } from './start/is-listening';
import { type HealthProbe, probeHealth } from './readiness';
import { commandText, type ServiceSpec } from './service';

/** What one look at a service showed. */
export interface ServiceProbe extends HealthProbe {
  /** What was caught from its log. */
  readonly captured?: Readonly<Record<string, string>>;
}

/** How a look is done. */
export interface Poll {
  /** How long it may take. */
  readonly milliseconds: number;
  readonly signal: AbortSignal;
  /** What the service wrote so far. */
  readonly log: () => string;
}

/** Looks once whether a service is ready. Never rejects. */
export async function probeService(spec: ServiceSpec, { milliseconds, signal, log }: Poll): Promise<ServiceProbe> {
  const { ready } = spec;
  switch (ready.kind) {
    case 'url': {
      const { healthy, text } = await probeHealth(ready.url, milliseconds, signal);
      return { healthy, text: `GET ${ready.url} ${text}` };
    }
    case 'port': {
      const healthy = await isListening(`http://${ready.host}:${ready.port}`);
      return { healthy, text: `nothing listens at ${ready.host}:${ready.port}` };
    }
    case 'log':
      return probeLog(ready, log());
    case 'command': {
      const text = await outcomeOf(ready.command, spec, milliseconds, signal);
      return { healthy: text === undefined, text: text ?? '' };
    }
    case 'exit':
      return { healthy: false, text: 'it still runs, and was to end by itself' };
  }
}

function probeLog({ pattern, captures }: { pattern: string; captures: readonly string[] }, log: string): ServiceProbe {
  const match = new RegExp(pattern, 'm').exec(log);
  const captured = captures.map((name, index) => [name, match?.[index + 1]] as const);
  return {
    healthy: match !== null,
    text: `no line of its log matches /${pattern}/`,
    captured: Object.fromEntries(captured.filter((pair): pair is readonly [string, string] => pair[1] !== undefined)),
  };
}

/** What is wrong with how a command ended; nothing when it exited with 0. */
function outcomeOf(
  command: readonly string[],
  { cwd, env }: ServiceSpec,
  milliseconds: number,
  signal: AbortSignal,
): Promise<string | undefined> {
  const [file = '', ...words] = command;
  return new Promise((resolve) => {
    const child = spawn(file, words, { cwd, env, stdio: 'ignore' });
    // Not by the options of `spawn`: they signal a program that was not found as process 0, which is our own group.
    const kill = (): void => {
      if (child.pid !== undefined) child.kill('SIGKILL');
    };
    const timer = setTimeout(kill, milliseconds);
    signal.addEventListener('abort', kill);
    const end = (outcome: string | undefined): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', kill);
      resolve(outcome);
    };
    child.once('error', ({ message }) => end(`${commandText({ command })} failed: ${message}`));
    child.once('exit', (code, ended) => {
      const how = ended === null ? `exited with code ${code}` : `did not end within ${Math.round(milliseconds)} ms`;
      end(code === 0 ? undefined : `${commandText({ command })} ${how}`);
    });
  });
}
