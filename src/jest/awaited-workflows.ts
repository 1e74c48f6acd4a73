import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import type { RunningWorkflows } from '../runner/await-workflow';
import { LAST_REQUEST_MS } from '../runner/fixed-times';
import { stopWorkflow, type WorkflowRun } from '../runner/look-at-workflow';
import type { ServerAccess } from './server-access';
import type { GuardAddress, GuardMessage } from './workflow-guard';

const HEARD_WITHIN_MS = 1_000;

/**
 * The workflows that a block's scenarios wait for. The main process is told of each: a worker that is interrupted, or
 * dies, can stop nothing any more.
 */
export class AwaitedWorkflows implements RunningWorkflows {
  readonly #running = new Map<number, WorkflowRun>();
  readonly #access: ServerAccess;
  readonly #guard: GuardAddress | undefined;
  #socket: Socket | undefined;
  #lastKey = 0;

  constructor(access: ServerAccess, guard: GuardAddress | undefined) {
    this.#access = access;
    this.#guard = guard;
  }

  add(workflow: WorkflowRun): () => void {
    const { workflowId, runId, call } = workflow;
    const key = (this.#lastKey += 1);
    this.#running.set(key, workflow);
    const headers = { ...this.#access.headers, ...call.headers };
    this.#tell({ key, started: { ...this.#access, headers, workflowId, runId } });
    return () => {
      this.#running.delete(key);
      this.#tell({ key });
    };
  }

  /** Stops what a test that Jest ended has left behind. */
  async close(): Promise<void> {
    for (const [key, workflow] of this.#running) {
      await stopWorkflow({ ...workflow, call: { ...workflow.call, timeout: LAST_REQUEST_MS } });
      this.#running.delete(key);
      this.#tell({ key });
    }
    if (this.#socket !== undefined) await ended(this.#socket);
  }

  #tell(message: GuardMessage): void {
    if (this.#guard === undefined) return;
    this.#socket ??= connected(this.#guard);
    this.#socket.write(`${JSON.stringify(message)}\n`);
  }
}

/** Until the main process has read all: it could take what it has not heard of yet for broken off. */
async function ended(socket: Socket): Promise<void> {
  const closed = socket.closed ? Promise.resolve() : once(socket, 'close');
  socket.end();
  await Promise.race([closed, pause(HEARD_WITHIN_MS, undefined, { ref: false })]);
}

function connected({ port, token }: GuardAddress): Socket {
  const socket = connect(port, '127.0.0.1').unref();
  // When the main process is gone there is nobody to tell, and the worker goes too.
  socket.on('error', () => socket.destroy());
  socket.write(`${token}\n`);
  return socket;
}
