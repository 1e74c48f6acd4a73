import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { join } from 'node:path';

/** The app of `examples/postgres-connector`, running. */
export interface PostgresConnector {
  readonly url: string;
  /** What it has printed so far. */
  log(): string;
  /** Ends it as a person would, and says its exit code. */
  stop(): Promise<number | null>;
}

const FOLDER = join(__dirname, '../../examples/postgres-connector');

/** Starts PostgreSQL and the app on a free port. */
export async function startPostgresConnector(): Promise<PostgresConnector> {
  const port = await freePort();
  const app = spawn(process.execPath, ['--import', 'tsx', 'app/main.ts'], {
    cwd: FOLDER,
    env: { ...process.env, CONNECTOR_APP_PORT: String(port), TSX_DISABLE_CACHE: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = once(app, 'exit') as Promise<[number | null]>;
  let output = '';
  for (const stream of [app.stdout, app.stderr]) stream.on('data', (chunk) => (output += String(chunk)));

  await Promise.race([
    ready(app, () => output),
    ended.then(() => Promise.reject(new Error(`The app ended:\n${output}`))),
  ]);
  return {
    url: `http://127.0.0.1:${port}`,
    log: () => output,
    async stop() {
      app.kill('SIGTERM');
      return (await ended)[0];
    },
  };
}

function ready(app: ChildProcess, output: () => string): Promise<void> {
  return new Promise((resolve) => {
    app.stdout?.on('data', () => {
      if (output().includes('the connector app on http')) resolve();
    });
  });
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, 'close');
  return port;
}
