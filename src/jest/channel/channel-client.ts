import { connect, type Socket } from 'node:net';
import { createInterface } from 'node:readline';
// Jest's fake timers must not stop ours.
import { clearTimeout, setTimeout } from 'node:timers';
import type { ChannelAddress } from '../../service/run/run-state';
import type { ChannelMessage } from './channel-message';

const ACKNOWLEDGED_WITHIN_MS = 2_000;

/**
 * Sends messages to the main process over one connection. The first message opens it, and it is closed as soon as nothing
 * is pending and no `hold` is active, because a test file has no reliable end at which it could be closed.
 */
export class ChannelClient {
  readonly address: ChannelAddress;
  /** Resolves the promise of each message that isn't acknowledged yet. */
  readonly #pending = new Map<number, () => void>();
  #socket: Socket | undefined;
  #holders = 0;
  #lastId = 0;

  constructor(address: ChannelAddress) {
    this.address = address;
  }

  /**
   * Sends a message. Resolves when the main process, which handles messages in order, has acknowledged it. Also resolves
   * when the main process is gone or doesn't respond in time, because no test must fail because of that.
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
   * Keeps the connection open between messages; when it closes, the main process knows that this worker is gone.
   *
   * @returns a function that releases the connection.
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
    // If the main process is gone, there is nowhere to report to.
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
    // An idle connection that we closed has nothing pending.
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
