// A user's fake timers must not stop our timers.
import { performance } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import { defined } from '../../defined';
import { FINAL_STATES } from '../../scenario/awaited-states';
import { growingPauses, LAST_REQUEST_MS } from '../pauses';
import type { WorkflowRecord, WorkflowState } from '../scenario-result';
import { pollWorkflow, readWorkflowEnd, stopWorkflow, type WorkflowRun } from './poll-workflow';

/** The awaited statuses, and the time limit. */
export interface WorkflowWait {
  readonly run: WorkflowRun;
  readonly awaited: readonly string[];
  /** In milliseconds. */
  readonly timeout: number;
  /** The longest pause between two polls, in milliseconds. */
  readonly interval: number;
  /** Called after each poll. */
  readonly polled?: (seen: string) => void;
}

/** The workflow may keep running while polls fail, so this many in a row may fail. */
export const BLIND_POLLS = 5;

/**
 * Polls a workflow until it has ended, the time is over, or its status can't be read. Then stops it if it may still be
 * running. Never rejects: the record contains the reason.
 */
export async function waitForWorkflow(wait: WorkflowWait): Promise<WorkflowRecord> {
  const { run, awaited } = wait;
  const watched = await watch(wait);
  const record = { workflowId: run.workflowId, runId: run.runId, awaited, ...watched };
  const last = { ...run, call: { ...run.call, timeout: LAST_REQUEST_MS } };
  // Stopping comes first: a workflow that keeps running is worse than a missing message.
  const stopped = watched.ending === 'final' ? {} : { stopped: await stopWorkflow(last) };
  return { ...record, ...stopped, ...(watched.ending === 'timeout' ? {} : await readWorkflowEnd(last)) };
}

type Watched = Pick<WorkflowRecord, 'ending' | 'states' | 'polls' | 'durationMs' | 'why'>;

async function watch({ run, timeout, interval, polled }: WorkflowWait): Promise<Watched> {
  const began = performance.now();
  const elapsed = (): number => performance.now() - began;
  const states: WorkflowState[] = [];
  const ended = (ending: WorkflowRecord['ending'], why?: string): Watched => ({
    ...{ ending, states, polls, durationMs: elapsed() },
    ...defined({ why }),
  });
  const pauses = growingPauses(interval);
  let polls = 0;
  let blind = 0;

  for (;;) {
    const probe = await pollWorkflow(withinTime(run, timeout - elapsed()));
    polls += 1;
    blind = probe.kind === 'blind' ? blind + 1 : 0;
    polled?.(probe.kind === 'state' ? probe.status : probe.why);
    if (probe.kind === 'state') {
      if (states.at(-1)?.status !== probe.status) states.push({ status: probe.status, afterMs: elapsed() });
      if (isFinal(probe.status)) return ended('final');
    } else if (probe.kind === 'refused' || blind === BLIND_POLLS) return ended('lost', probe.why);
    if (elapsed() >= timeout) return ended('timeout', probe.kind === 'state' ? undefined : probe.why);
    await pause(Math.min(pauses.next().value, Math.max(0, timeout - elapsed())));
  }
}

/** A poll that began in time may end a little later. */
function withinTime(run: WorkflowRun, left: number): WorkflowRun {
  const timeout = Math.min(run.call.timeout ?? LAST_REQUEST_MS, Math.max(1_000, left));
  return { ...run, call: { ...run.call, timeout } };
}

function isFinal(status: string): boolean {
  return (FINAL_STATES as readonly string[]).includes(status);
}
