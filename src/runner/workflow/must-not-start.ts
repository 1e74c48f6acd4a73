import type { ApiResponse } from '../../api-response';
import { namedIds } from '../../apis/response/started-workflow';
import type { CheckOutcome } from '../../assertions/outcome';
import type { Client } from '../../client/client';
import type { CallOptions } from '../../client/client-options';
import { isText } from '../../validation/shape';
import { LAST_REQUEST_MS } from '../pauses';
import { stopWorkflow } from './poll-workflow';

/** Stops a workflow that a response names, whatever its status. The outcome of the check names it. */
export async function checkNotStarted(
  { body }: ApiResponse,
  client: Client,
  { headers }: CallOptions,
): Promise<CheckOutcome> {
  const { workflowId, runId } = namedIds(body);
  const outcome = { path: 'mustNotStart', expected: 'a refusal that starts no workflow', found: true };
  if (workflowId === undefined || workflowId === null) return { ...outcome, passed: true, received: 'no workflow' };
  if (!isText(workflowId)) return { ...outcome, passed: false, received: 'a workflow whose id is not a string' };
  if (!isText(runId))
    return { ...outcome, passed: false, received: `workflow ${workflowId}, which has no run_id to stop` };
  const stopped = await stopWorkflow({ client, workflowId, runId, call: { headers, timeout: LAST_REQUEST_MS } });
  return { ...outcome, passed: false, received: `workflow ${workflowId} (run ${runId}), which ${stopped}` };
}
