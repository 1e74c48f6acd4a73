import { randomUUID } from 'node:crypto';
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { createInterface } from 'node:readline';
import { stopWorkflow } from '../runner/look-at-workflow';
import { stopOnExit } from '../service/stop-on-exit';
import { notice } from './notice';
import type { ServerAccess } from './server-access';

/** Where the guard listens. */
export interface GuardAddress {
  readonly port: number;
  /** What a worker has to say first. */
  readonly token: string;
}

/** A workflow that a worker waits for, and how to reach its server. */
export interface Announced extends ServerAccess {
  readonly workflowId: string;
  readonly runId: string;
}

/** A worker waits for a workflow, or, without `started`, does so no longer. */
export interface GuardMessage {
  readonly key: number;
  readonly started?: Announced;
}

const STOP_TIMEOUT_MS = 5_000;

/**
 * Stops, in the main process, the workflows that tests wait for when the wait is broken off: by Ctrl-C, by a signal, or
 * because a worker died. Workers tell it of them over a connection of their own, not in a file, for the headers of a
 * request are secret; that the connection ends tells it that the worker has.
 */
export class WorkflowGuard {
  readonly address: GuardAddress;
  readonly #server: Server;
  readonly #running = new Map<Announced, Promise<void> | undefined>();
  #forget: (() => void) | undefined;

  /** Opens one, on loopback. */
  static async open(): Promise<WorkflowGuard> {
    const server = createServer().unref();
    await new Promise<void>((resolve, reject) => server.once('error', reject).listen(0, '127.0.0.1', resolve));
    return new WorkflowGuard(server);
  }

  private constructor(server: Server) {
    this.#server = server;
    this.address = { port: (server.address() as AddressInfo).port, token: randomUUID() };
    server.on('connection', (socket) => this.#listenTo(socket));
  }

  /** Stops all workflows that are still waited for. */
  async stop(): Promise<void> {
    await Promise.all([...this.#running.keys()].map((workflow) => this.#stop(workflow)));
  }

  /** Stops them, and listens no more. */
  async close(): Promise<void> {
    await this.stop();
    this.#server.close();
  }

  #listenTo(socket: Socket): void {
    const own = new Map<number, Announced>();
    let known = false;
    const lines = createInterface({ input: socket.unref() });
    // A worker that is killed resets its connection, which is closed then as well.
    for (const each of [socket, lines]) each.on('error', () => undefined);
    socket.on('close', () => void Promise.all([...own.values()].map((workflow) => this.#stop(workflow))));
    lines.on('line', (line) => {
      if (known) this.#take(JSON.parse(line) as GuardMessage, own);
      else if (line === this.address.token) known = true;
      else socket.destroy();
    });
  }

  #take({ key, started }: GuardMessage, own: Map<number, Announced>): void {
    if (started !== undefined) {
      own.set(key, started);
      this.#running.set(started, undefined);
      // Registered after the app was, so stopped before it.
      this.#forget ??= stopOnExit({
        title: 'workflows that tests wait for',
        stop: () => this.stop(),
        stopNow: () => undefined,
        killNow: () => undefined,
      });
      return;
    }
    const ended = own.get(key);
    own.delete(key);
    if (ended !== undefined) this.#release(ended);
  }

  #stop(workflow: Announced): Promise<void> {
    if (!this.#running.has(workflow)) return Promise.resolve();
    const stopping = this.#running.get(workflow) ?? stopAnnounced(workflow).finally(() => this.#release(workflow));
    this.#running.set(workflow, stopping);
    return stopping;
  }

  #release(workflow: Announced): void {
    this.#running.delete(workflow);
    if (this.#running.size > 0) return;
    this.#forget?.();
    this.#forget = undefined;
  }
}

async function stopAnnounced({ workflowId, runId, ...access }: Announced): Promise<void> {
  // Loaded here: most runs of Jest have no workflow to stop.
  const { createClient } = require('../client/client') as typeof import('../client/client');
  const client = createClient({ ...access, timeout: STOP_TIMEOUT_MS });
  const outcome = await stopWorkflow({ client, workflowId, runId, call: {} });
  client.close();
  notice(`workflow ${workflowId} at ${client.serverHost} ${outcome}, for the wait for it was broken off.`);
}
