import { randomUUID } from 'node:crypto';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { createInterface } from 'node:readline';
import type { ChannelAddress } from '../../service/run/run-state';
import { isRecord } from '../../validation/shape';
import type { ChannelMessage } from './channel-message';

/** Handles the messages of one kind that arrive over one connection. */
export interface ConnectionHandler {
  /** The message is acknowledged when this returns, or its promise resolves. A malformed message must be ignored. */
  receive(message: Readonly<Record<string, unknown>>): void | Promise<void>;
  /** The worker has closed the connection, or is gone. */
  disconnected?(): void;
}

/** Creates the handlers of a new connection, by the kind of message. */
export type ChannelHandlers = Readonly<Record<ChannelMessage['kind'], () => ConnectionHandler>>;

/**
 * Receives the messages of workers in the main process. The first line of a connection is the token; each further line is
 * a JSON message. Workers use a connection, not a file, because the messages contain secrets.
 */
export class ChannelServer {
  readonly address: ChannelAddress;
  readonly #server: Server;
  readonly #handlers: ChannelHandlers;

  /** Opens a server on loopback. It doesn't keep the process alive. */
  static async open(handlers: ChannelHandlers): Promise<ChannelServer> {
    const server = createServer().unref();
    await new Promise<void>((resolve, reject) => server.once('error', reject).listen(0, '127.0.0.1', resolve));
    return new ChannelServer(server, handlers);
  }

  private constructor(server: Server, handlers: ChannelHandlers) {
    this.#server = server;
    this.#handlers = handlers;
    this.address = { port: (server.address() as AddressInfo).port, token: randomUUID() };
    server.on('connection', (socket) => this.#serve(socket));
  }

  /** Accepts no more connections. */
  close(): void {
    this.#server.close();
  }

  #serve(socket: Socket): void {
    const handlers = new Map<unknown, ConnectionHandler>(
      Object.entries(this.#handlers).map(([kind, connect]) => [kind, connect()]),
    );
    const lines = createInterface({ input: socket.unref() });
    let authenticated = false;
    // A killed worker resets its connection, which is then closed as well.
    for (const each of [socket, lines]) each.on('error', () => undefined);
    socket.on('close', () => handlers.forEach((handler) => handler.disconnected?.()));
    lines.on('line', (line) => {
      if (authenticated) void receive(line, handlers, socket);
      else if (line === this.address.token) authenticated = true;
      else socket.destroy();
    });
  }
}

async function receive(line: string, handlers: Map<unknown, ConnectionHandler>, socket: Socket): Promise<void> {
  const message = parsed(line);
  const handler = isRecord(message) ? handlers.get(message['kind']) : undefined;
  if (!isRecord(message) || handler === undefined) return;
  await handler.receive(message);
  if (socket.writable) socket.write(`${String(message['id'])}\n`);
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    // Dropped, like every malformed message: it must not end the run.
    return undefined;
  }
}
