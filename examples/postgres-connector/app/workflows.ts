import { randomUUID } from 'node:crypto';
import { log } from './log';

/** A run of a workflow. */
export interface WorkflowRun {
  readonly workflowId: string;
  readonly runId: string;
  readonly startedAt: number;
  readonly stop: AbortController;
  status: 'RUNNING' | 'COMPLETED' | 'FAILED' | 'TERMINATED';
  endedAt?: number;
  result?: unknown;
  ended: Promise<void>;
}

/** The work of a workflow; it ends early if `signal` is aborted. */
export type WorkflowJob = (run: {
  readonly workflowId: string;
  readonly runId: string;
  readonly signal: AbortSignal;
}) => Promise<unknown>;

/** Runs workflows in this process and records how they ended. */
export class Workflows {
  private readonly latest = new Map<string, WorkflowRun>();
  private readonly runs = new Map<string, WorkflowRun>();

  /** Starts a workflow without waiting for it. Refuses an id that is already running. */
  start(workflowId: string, job: WorkflowJob): WorkflowRun {
    if (this.latest.get(workflowId)?.status === 'RUNNING') throw new Error(`${workflowId} is running already`);
    const run: WorkflowRun = {
      workflowId,
      runId: randomUUID(),
      startedAt: Date.now(),
      stop: new AbortController(),
      status: 'RUNNING',
      ended: Promise.resolve(),
    };
    this.latest.set(workflowId, run);
    this.runs.set(run.runId, run);
    run.ended = this.run(run, job);
    return run;
  }

  /** The run with these two ids. */
  find(workflowId: string, runId: string): WorkflowRun | undefined {
    const run = this.runs.get(runId);
    return run?.workflowId === workflowId ? run : undefined;
  }

  /** The last run of a workflow. */
  findLatest(workflowId: string): WorkflowRun | undefined {
    return this.latest.get(workflowId);
  }

  /** Terminates a run if it is running. */
  terminate(run: WorkflowRun): void {
    this.end(run, 'TERMINATED');
    run.stop.abort();
  }

  private async run(run: WorkflowRun, job: WorkflowJob): Promise<void> {
    try {
      const { workflowId, runId } = run;
      run.result = await job({ workflowId, runId, signal: run.stop.signal });
      this.end(run, 'COMPLETED');
    } catch (error) {
      this.end(run, 'FAILED', error instanceof Error ? error.message : String(error));
    }
  }

  private end(run: WorkflowRun, status: WorkflowRun['status'], cause = ''): void {
    if (run.status !== 'RUNNING') return;
    run.status = status;
    run.endedAt = Date.now();
    // The cause of a failure is only logged, because the SDK's server doesn't return it either.
    log(status === 'FAILED' ? 'ERROR' : 'INFO', `Workflow ${status}: ${run.workflowId} ${cause}`.trimEnd());
  }
}
