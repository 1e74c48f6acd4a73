import { Client } from 'pg';
import type { Credentials } from './credentials';
import { AppError } from './errors';
import { log } from './log';

/** The address of PostgreSQL if the credentials don't contain one. */
export interface DefaultAddress {
  readonly host: string;
  readonly port: number;
}

/** The source refused the login or the request. */
export class SourceRefusal extends Error {
  constructor(
    readonly status: 'invalid_credentials' | 'failed',
    message: string,
  ) {
    super(message);
  }
}

/** PostgreSQL cuts longer names, and closes the connection of one that doesn't fit into a packet. */
const LONGEST_NAME = 63;

/** The single entry point to the source: all access to PostgreSQL goes through here. */
export class Source {
  constructor(private readonly address: DefaultAddress) {}

  /** Connects, runs the work, and disconnects. */
  async use<Result>(
    credentials: Credentials,
    work: (client: Client) => Promise<Result>,
    { database = credentials.database || 'postgres', timeoutSeconds = 30 } = {},
  ): Promise<Result> {
    const client = this.client(credentials, database, timeoutSeconds);
    await client.connect().catch((error: unknown) => {
      throw connectionError(error, `${client.host}:${client.port}`);
    });
    try {
      return await work(client);
    } finally {
      await client.end();
    }
  }

  private client(credentials: Credentials, database: string, timeoutSeconds: number): Client {
    const { username, password } = credentials;
    if (!username || !password) throw new SourceRefusal('invalid_credentials', 'username and password are required');
    if (Buffer.byteLength(username) > LONGEST_NAME) {
      throw new SourceRefusal('invalid_credentials', `a username has at most ${LONGEST_NAME} bytes`);
    }
    const port = Number(credentials.port || this.address.port);
    if (!Number.isInteger(port) || port < 1 || port > 65_535) {
      throw new AppError(400, 'INVALID_INPUT', 'port must be a number from 1 to 65535');
    }
    const host = credentials.host || this.address.host;
    const connectionTimeoutMillis = timeoutSeconds * 1000;
    const client = new Client({ host, port, user: username, password, database, connectionTimeoutMillis });
    client.on('error', (error) => log('ERROR', `Connection lost: ${error.message}`));
    return client;
  }
}

function connectionError(error: unknown, address: string): Error {
  const { code = '', message } = error as Error & { code?: string };
  if (code === '28P01' || code === '28000') return new SourceRefusal('invalid_credentials', message);
  if (/^[0-9A-Z]{5}$/.test(code)) return new SourceRefusal('failed', message);
  return new AppError(503, 'SOURCE_UNAVAILABLE', `Source unreachable: ${address} (${code || message})`, true);
}
