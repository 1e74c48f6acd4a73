import { isRecord, isText } from '../../validation/shape';

/** The ids of a workflow, which every request about it needs. */
export interface StartedWorkflow {
  readonly workflowId: string;
  readonly runId: string;
}

/** The ids in the body of a `workflow` response, if both are there. */
export function startedWorkflow(body: unknown): StartedWorkflow | undefined {
  const { workflowId, runId } = namedIds(body);
  return isText(workflowId) && isText(runId) ? { workflowId, runId } : undefined;
}

/** The same, if the response has a status of success as well: only then can the workflow be awaited. */
export function workflowStartedBy({
  status,
  body,
}: {
  readonly status: number;
  readonly body: unknown;
}): StartedWorkflow | undefined {
  return status >= 200 && status < 300 ? startedWorkflow(body) : undefined;
}

/** The ids, whatever they are. */
export function namedIds(body: unknown): Readonly<Record<keyof StartedWorkflow, unknown>> {
  const data: unknown = isRecord(body) ? body['data'] : undefined;
  const { workflow_id: workflowId, run_id: runId } = isRecord(data) ? data : {};
  return { workflowId, runId };
}
