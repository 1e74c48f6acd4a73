import { stopWorkflow } from '../../runner/workflow/poll-workflow';
import { stopOnExit } from '../../service/process/stop-on-exit';
import { isRecord, isText } from '../../validation/shape';
import { notice } from '../output/progress';
import type { AwaitedWorkflow, WorkflowMessage } from './channel-message';
import type { ConnectionHandler } from './channel-server';

const STOP_TIMEOUT_MS = 5_000;

/**
 * Runs in the main process and stops the workflows that tests wait for if the wait is interrupted: by Ctrl-C, by a signal,
 * or because a worker died, which closes its connection.
 */
export class WorkflowStopper {
  /** The workflows that tests wait for, each with its stop request once that has begun. */
  readonly #awaited = new Map<AwaitedWorkflow, Promise<void> | undefined>();
  #removeExitHandler: (() => void) | undefined;

  /** Tracks the workflows of one connection. */
  connect(): ConnectionHandler {
    const own = new Map<number, AwaitedWorkflow>();
    return {
      receive: (message) => {
        if (isWorkflowMessage(message)) this.#receive(message, own);
      },
      disconnected: () => void this.#stopAll(own.values()),
    };
  }

  /** Stops all workflows that tests still wait for. */
  stop(): Promise<void> {
    return this.#stopAll(this.#awaited.keys());
  }

  #receive({ key, started }: WorkflowMessage, own: Map<number, AwaitedWorkflow>): void {
    if (started !== undefined) {
      own.set(key, started);
      this.#track(started);
      return;
    }
    const ended = own.get(key);
    own.delete(key);
    if (ended !== undefined) this.#untrack(ended);
  }

  #track(workflow: AwaitedWorkflow): void {
    this.#awaited.set(workflow, undefined);
    // Registered after the app was, so stopped before it.
    this.#removeExitHandler ??= stopOnExit({
      title: 'workflows that tests wait for',
      stop: () => this.stop(),
      stopNow: () => undefined,
      killNow: () => undefined,
    });
  }

  #untrack(workflow: AwaitedWorkflow): void {
    this.#awaited.delete(workflow);
    if (this.#awaited.size > 0) return;
    this.#removeExitHandler?.();
    this.#removeExitHandler = undefined;
  }

  async #stopAll(workflows: Iterable<AwaitedWorkflow>): Promise<void> {
    await Promise.all([...workflows].map((workflow) => this.#stop(workflow)));
  }

  #stop(workflow: AwaitedWorkflow): Promise<void> {
    if (!this.#awaited.has(workflow)) return Promise.resolve();
    const stopping = this.#awaited.get(workflow) ?? stopAwaited(workflow).finally(() => this.#untrack(workflow));
    this.#awaited.set(workflow, stopping);
    return stopping;
  }
}

async function stopAwaited({ workflowId, runId, ...access }: AwaitedWorkflow): Promise<void> {
  // Loaded here: most runs of Jest have no workflow to stop.
  const { createClient } = require('../../client/client') as typeof import('../../client/client');
  const client = createClient({ ...access, timeout: STOP_TIMEOUT_MS });
  const outcome = await stopWorkflow({ client, workflowId, runId, call: {} });
  client.close();
  notice(`workflow ${workflowId} at ${client.serverHost} ${outcome} because the wait was interrupted.`);
}

function isWorkflowMessage(message: object): message is WorkflowMessage {
  const { key, started } = message as Readonly<Record<string, unknown>>;
  return typeof key === 'number' && (started === undefined || isAwaitedWorkflow(started));
}

function isAwaitedWorkflow(value: unknown): boolean {
  if (!isRecord(value)) return false;
  const { serverHost, headers, query, workflowId, runId } = value;
  return [serverHost, workflowId, runId].every(isText) && [headers, query].every(hasStringValues);
}

function hasStringValues(value: unknown): boolean {
  return isRecord(value) && Object.values(value).every((each) => typeof each === 'string');
}
