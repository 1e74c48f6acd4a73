import { connect, type Socket } from 'node:net';
import { createInterface } from 'node:readline';
// Jest's fake timers must not stop ours.
import { clearTimeout, setTimeout } from 'node:timers';
import type { ChannelAddress } from '../../service/run/run-state';
import type { ChannelMessage } from './channel-message';

const ACKNOWLEDGED_WITHIN_MS = 2_000;

/**
 * Sends messages to the main process over one connection. It is opened by the first message and closed as soon as nothing
 * is pending and nobody holds it: a test file has no reliable end at which it could be closed.
 */
export class ChannelClient {
  readonly address: ChannelAddress;
  /** Settles each message that is not acknowledged yet. */
  readonly #pending = new Map<number, () => void>();
  #socket: Socket | undefined;
  #holders = 0;
  #lastId = 0;

  constructor(address: ChannelAddress) {
    this.address = address;
  }

  /**
   * Sends a message. Resolves when the main process, which handles messages in order, has acknowledged it; also when the
   * main process is gone or does not respond in time, because no test must fail for that.
   */
  send(message: ChannelMessage): Promise<void> {
    const id = (this.#lastId += 1);
    this.#socket ??= this.#connect();
    this.#socket.write(`${JSON.stringify({ ...message, id })}\n`);
    return new Promise((resolve) => {
      const settle = (): void => {
        clearTimeout(timer);
        this.#pending.delete(id);
        this.#closeIfIdle();
        resolve();
      };
      const timer = setTimeout(settle, ACKNOWLEDGED_WITHIN_MS);
      this.#pending.set(id, settle);
    });
  }

  /**
   * Keeps the connection open between messages: its end shows the main process that this worker is gone.
   *
   * @returns a function that ends this.
   */
  hold(): () => void {
    this.#holders += 1;
    return () => {
      this.#holders -= 1;
      this.#closeIfIdle();
    };
  }

  #connect(): Socket {
    const { port, token } = this.address;
    // Only the timer of a pending message keeps the process alive.
    const socket = connect(port, '127.0.0.1').unref();
    const lines = createInterface({ input: socket });
    // When the main process is gone, nothing can be reported.
    for (const each of [socket, lines]) each.on('error', () => undefined);
    lines.on('line', (id) => this.#pending.get(Number(id))?.());
    socket.on('close', () => this.#disconnected(socket));
    socket.write(`${token}\n`);
    return socket;
  }

  #closeIfIdle(): void {
    if (this.#pending.size > 0 || this.#holders > 0) return;
    this.#socket?.end();
    this.#socket = undefined;
  }

  #disconnected(socket: Socket): void {
    // One that was idle and closed by us has nothing pending.
    if (this.#socket !== socket) return;
    this.#socket = undefined;
    for (const settle of [...this.#pending.values()]) settle();
  }
}

let client: ChannelClient | undefined;

/** The client of this realm, so that all messages share one connection. */
export function channelClient(address: ChannelAddress): ChannelClient {
  if (client?.address.token !== address.token) client = new ChannelClient(address);
  return client;
}
