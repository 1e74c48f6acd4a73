import { spawn } from 'node:child_process';
import { type HealthProbe, probeHealth } from './readiness';
import { commandText, type ServiceSpec } from './service';
import { isListening } from './start/is-listening';

/** The result of one readiness probe. */
export interface ServiceProbe extends HealthProbe {
  /** The values captured from its log. */
  readonly captured?: Readonly<Record<string, string>>;
}

/** The limits and inputs of one probe. */
export interface Poll {
  /** How long the probe may take. */
  readonly milliseconds: number;
  readonly signal: AbortSignal;
  /** The service's output so far. */
  readonly log: () => string;
}

/** Checks once whether a service is ready. Never rejects. */
export async function probeService(spec: ServiceSpec, { milliseconds, signal, log }: Poll): Promise<ServiceProbe> {
  const { ready } = spec;
  switch (ready.kind) {
    case 'url': {
      const probe = await probeHealth(ready.url, milliseconds, signal);
      return { ...probe, text: `GET ${ready.url} ${probe.text}` };
    }
    case 'port': {
      const healthy = await isListening(`http://${ready.host}:${ready.port}`);
      return { healthy, text: `nothing is listening on ${ready.host}:${ready.port}` };
    }
    case 'log':
      return probeLog(ready, log());
    case 'command': {
      return probeCommand(ready.command, spec, milliseconds, signal);
    }
    case 'exit':
      return { healthy: false, text: 'it is still running but should have exited by itself' };
  }
}

function probeLog({ pattern, captures }: { pattern: string; captures: readonly string[] }, log: string): ServiceProbe {
  const match = new RegExp(pattern, 'm').exec(log);
  const captured = captures.map((name, index) => [name, match?.[index + 1]] as const);
  return {
    healthy: match !== null,
    text: `no line in its log matches /${pattern}/`,
    captured: Object.fromEntries(captured.filter((pair): pair is readonly [string, string] => pair[1] !== undefined)),
  };
}

/** Runs the command once; exit code 0 means ready. */
function probeCommand(
  command: readonly string[],
  { cwd, env }: ServiceSpec,
  milliseconds: number,
  signal: AbortSignal,
): Promise<ServiceProbe> {
  const [file = '', ...words] = command;
  const unhealthy = (how: string): ServiceProbe => ({ healthy: false, text: `${commandText({ command })} ${how}` });
  return new Promise((resolve) => {
    const child = spawn(file, words, { cwd, env, stdio: 'ignore' });
    // Not with `spawn`'s own options: for a program that isn't found, they signal process 0, which is our own group.
    const kill = (): void => {
      if (child.pid !== undefined) child.kill('SIGKILL');
    };
    const timer = setTimeout(kill, milliseconds);
    signal.addEventListener('abort', kill);
    const end = (probe: ServiceProbe): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', kill);
      resolve(probe);
    };
    child.once('error', ({ message }) => end(unhealthy(`failed: ${message}`)));
    child.once('exit', (code, ended) => {
      if (code === 0) return end({ healthy: true, text: '' });
      if (ended === null) return end(unhealthy(`exited with code ${String(code)}`));
      end({ ...unhealthy(`did not exit within ${Math.round(milliseconds)} ms`), timedOut: true });
    });
  });
}
