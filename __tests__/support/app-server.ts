import http from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { appResponse, type AppState } from './app-responses';

/** A request as it came in. */
export interface ReceivedRequest {
  readonly method: string;
  /** Without the query, with the prefix. */
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  /** Path and query as they were written. */
  readonly target: string;
  readonly headers: http.IncomingHttpHeaders;
  /** The parsed JSON, or `undefined` when there is none. */
  readonly body: unknown;
  readonly text: string;
  /** 1 for the first connection, 2 for the second, … */
  readonly connection: number;
}

/** What a route answers. */
export interface Reply {
  /** @default 200 */
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string | readonly string[]>>;
  /** Sent as JSON with its content type, unless `headers` names another. */
  readonly json?: unknown;
  /** Sent as it is, without a content type. */
  readonly raw?: string | Buffer;
  /** Milliseconds before the head is sent. */
  readonly delay?: number;
  /** Milliseconds between the head and the body. */
  readonly bodyDelay?: number;
  /** `reset`: drop the connection; `never`: say nothing; `half`: head and half the body, then drop; `stall`: the same, then nothing. */
  readonly fault?: 'reset' | 'never' | 'half' | 'stall';
}

/** One reply for always, or one made from each request; `undefined` means the built-in answer. */
export type ReplyMaker = Reply | ((request: ReceivedRequest) => Reply | undefined);

export interface AppServerOptions {
  /** @default '127.0.0.1' */
  readonly host?: string;
  /** @default a free one */
  readonly port?: number;
  /** A path before all routes, such as `/apps/demo`. @default '' */
  readonly prefix?: string;
  /** After how many idle milliseconds the server closes a connection. @default 5000 */
  readonly keepAliveTimeout?: number;
}

/** A small app server on loopback with the handler API in the shapes of a real one; see {@link startAppServer}. */
export interface AppServer {
  /** With the prefix, without a slash at the end. */
  readonly url: string;
  readonly port: number;
  /** In the order in which they came; health requests too. */
  readonly requests: readonly ReceivedRequest[];
  /** How many connections were opened so far. */
  readonly connections: number;
  /** Overrides a route (without the prefix): `answer('POST /workflows/v1/auth', { status: 500, raw: 'oops' })`. */
  respond(route: string, reply: ReplyMaker): void;
  /** Ends all connections and frees the port. */
  close(): Promise<void>;
}

/**
 * Starts the server. Right credentials are `test_user`/`test_pass`, and `reader`/`reader_pass` who may not create;
 * the database `MY_DB` exists. Host `refuse` makes the handler raise, `explode` makes it crash.
 */
export async function startAppServer(options: AppServerOptions = {}): Promise<AppServer> {
  const { host = '127.0.0.1', port = 0, prefix = '', keepAliveTimeout = 5000 } = options;
  const requests: ReceivedRequest[] = [];
  const replies = new Map<string, ReplyMaker>();
  const sockets = new Map<Socket, number>();
  const state: AppState = { configs: new Map(), workflows: new Map(), nextId: 1 };

  let opened = 0;
  const server = http.createServer({ keepAliveTimeout }, (incoming, outgoing) => {
    const chunks: Buffer[] = [];
    incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
    incoming.on('end', () => {
      const request = receivedRequest(incoming, Buffer.concat(chunks).toString(), sockets.get(incoming.socket) ?? 0);
      requests.push(request);
      const path = request.path.startsWith(prefix) ? request.path.slice(prefix.length) : '/outside-the-prefix';
      const maker = replies.get(`${request.method} ${path}`);
      const own = typeof maker === 'function' ? maker(request) : maker;
      void send(outgoing, own ?? appResponse({ ...request, path }, state));
    });
  });
  // A test that forgets to close must not keep Jest from ending.
  server.unref();
  server.on('connection', (socket) => {
    socket.unref();
    sockets.set(socket, ++opened);
    socket.on('close', () => sockets.delete(socket));
  });
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, host, resolve));

  const address = server.address() as AddressInfo;
  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${address.port}${prefix}`,
    port: address.port,
    requests,
    get connections() {
      return opened;
    },
    respond: (route, reply) => void replies.set(route, reply),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets.keys()) socket.destroy();
      }),
  };
}

function receivedRequest(incoming: http.IncomingMessage, text: string, connection: number): ReceivedRequest {
  const target = incoming.url ?? '/';
  const url = new URL(target, 'http://server');
  return {
    method: incoming.method ?? 'GET',
    path: url.pathname,
    query: Object.fromEntries(url.searchParams),
    target,
    headers: incoming.headers,
    body: parsed(text),
    text,
    connection,
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

async function send(outgoing: http.ServerResponse, reply: Reply): Promise<void> {
  const body = 'json' in reply ? Buffer.from(JSON.stringify(reply.json)) : Buffer.from(reply.raw ?? '');
  if (reply.delay) await pause(reply.delay);
  if (reply.fault === 'never') return;
  if (reply.fault === 'reset') {
    outgoing.socket?.resetAndDestroy();
    return;
  }
  outgoing.statusCode = reply.status ?? 200;
  if ('json' in reply) outgoing.setHeader('content-type', 'application/json');
  for (const [name, value] of Object.entries(reply.headers ?? {})) outgoing.setHeader(name, value);
  if (!outgoing.hasHeader('content-length')) outgoing.setHeader('content-length', body.length);
  if (reply.bodyDelay || reply.fault) outgoing.flushHeaders();
  if (reply.bodyDelay) await pause(reply.bodyDelay);
  if (!reply.fault) {
    outgoing.end(body);
    return;
  }
  outgoing.write(body.subarray(0, Math.ceil(body.length / 2)), () => {
    if (reply.fault === 'half') outgoing.socket?.resetAndDestroy();
  });
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds).unref());
}
