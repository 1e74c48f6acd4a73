import { setTimeout as pause } from 'node:timers/promises';
import type { Client } from 'jest-connector';

/** The two ids of a run. */
export interface Run {
  readonly workflowId: string;
  readonly runId: string;
}

/** Starts a workflow. */
export async function startWorkflow(client: Client, args: Parameters<Client['workflow']>[0]): Promise<Run> {
  const response = await client.workflow(args);
  expect(response).toBeSuccessful();
  return { workflowId: response.body.data.workflow_id, runId: response.body.data.run_id };
}

/** Polls until the run has ended and returns its final status. If it never ends, the test's own time limit applies. */
export async function waitForEnd(client: Client, { workflowId, runId }: Run): Promise<string> {
  for (;;) {
    const response = await client.status(workflowId, runId);
    expect(response).toBeSuccessful();
    if (response.body.data.status !== 'RUNNING') return response.body.data.status;
    await pause(50);
  }
}
