import { LAST_REQUEST_MS } from '../../runner/pauses';
import type { RunningWorkflows } from '../../runner/workflow/await-workflow';
import { stopWorkflow, type WorkflowRun } from '../../runner/workflow/poll-workflow';
import type { ChannelAddress } from '../../service/run/run-state';
import type { ServerAccess } from '../server/server-access';
import { type ChannelClient, channelClient } from './channel-client';
import type { WorkflowMessage } from './channel-message';

/** Keys must be unique per connection, which all blocks of a realm share. */
let lastKey = 0;

/**
 * The workflows that a block's scenarios wait for. Each is reported to the main process, because a worker that is
 * interrupted or dies can no longer stop anything.
 */
export class AwaitedWorkflows implements RunningWorkflows {
  readonly #running = new Map<number, WorkflowRun>();
  readonly #access: ServerAccess;
  readonly #client: ChannelClient | undefined;
  #release: (() => void) | undefined;
  #lastSent: Promise<void> | undefined;

  constructor(access: ServerAccess, channel: ChannelAddress | undefined) {
    this.#access = access;
    this.#client = channel && channelClient(channel);
  }

  async add(workflow: WorkflowRun): Promise<() => void> {
    const { workflowId, runId, call } = workflow;
    const key = (lastKey += 1);
    this.#running.set(key, workflow);
    const headers = { ...this.#access.headers, ...call.headers };
    this.#release ??= this.#client?.hold();
    await this.#report({ key, started: { ...this.#access, headers, workflowId, runId } });
    return () => this.#remove(key);
  }

  /** Stops workflows that a timed-out test has left behind. */
  async close(): Promise<void> {
    for (const [key, workflow] of this.#running) {
      await stopWorkflow({ ...workflow, call: { ...workflow.call, timeout: LAST_REQUEST_MS } });
      this.#remove(key);
    }
    await this.#lastSent;
  }

  #remove(key: number): void {
    if (!this.#running.delete(key)) return;
    void this.#report({ key });
    if (this.#running.size > 0) return;
    this.#release?.();
    this.#release = undefined;
  }

  #report(message: Omit<WorkflowMessage, 'kind'>): Promise<void> | undefined {
    this.#lastSent = this.#client?.send({ kind: 'workflow', ...message });
    return this.#lastSent;
  }
}
