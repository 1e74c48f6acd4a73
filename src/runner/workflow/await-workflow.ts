import type { ApiResponse } from '../../api-response';
import { workflowStartedBy } from '../../apis/response/started-workflow';
import type { Client } from '../../client/client';
import type { CallOptions } from '../../client/client-options';
import type { AnyApiScenario } from '../../scenario/scenario';
import { type Progress, silently } from '../progress';
import type { WorkflowRecord } from '../scenario-result';
import type { WorkflowRun } from './poll-workflow';
import { waitForWorkflow } from './wait-for-workflow';
import { notStarted, workflowError } from './workflow-error';

/** Tracks the awaited workflows, so that they are stopped if the wait is interrupted. */
export interface RunningWorkflows {
  /**
   * Resolves as soon as an interruption would stop the workflow.
   *
   * @returns a function to call when the workflow no longer needs to be stopped.
   */
  add(workflow: WorkflowRun): Promise<() => void>;
}

/** A scenario that waits. */
export interface Waiting {
  readonly scenario: AnyApiScenario;
  /** The statuses that it waits for. */
  readonly awaited: readonly string[];
  readonly options: { readonly workflowTimeout: number; readonly pollingInterval: number };
  readonly client: Client;
  readonly progress?: Progress | undefined;
  readonly workflows?: RunningWorkflows | undefined;
}

/** The outcome of waiting. */
export interface Awaited {
  readonly workflow?: WorkflowRecord;
  /** Why the wait failed. */
  readonly error?: Error;
}

/** Waits for the end of the workflow that was started. */
export async function awaitWorkflow(waiting: Waiting, response: ApiResponse, sent: CallOptions): Promise<Awaited> {
  const { scenario, awaited, options, client, progress = silently, workflows } = waiting;
  const ids = workflowStartedBy(response);
  if (ids === undefined) return { error: notStarted(response) };

  const run = { ...ids, client, call: { headers: sent.headers, timeout: sent.timeout } };
  const { workflowTimeout: timeout = options.workflowTimeout } = scenario;
  const { pollingInterval: interval = options.pollingInterval } = scenario;
  let seen = 'no status yet';
  const release = await workflows?.add(run);
  const workflow = await progress(
    () => `waiting for ${awaited.join(' or ')} of workflow ${ids.workflowId}: ${seen}`,
    () => waitForWorkflow({ run, awaited, timeout, interval, polled: (state) => (seen = state) }),
  );
  release?.();
  const error = workflowError(workflow, timeout);
  return error === undefined ? { workflow } : { workflow, error };
}

/** The value of `$workflow`. */
export function workflowRoots(workflow: WorkflowRecord | undefined): Readonly<Record<string, unknown>> {
  if (workflow === undefined) return {};
  const { durationMs, states, result, error } = workflow;
  return {
    $workflow: {
      status: states.at(-1)?.status,
      durationMs,
      ...('result' in workflow ? { result } : {}),
      ...(error === undefined ? {} : { error }),
    },
  };
}
