import type { FastifyInstance } from 'fastify';
import { AppError } from '../errors';
import type { WorkflowRun, Workflows } from '../workflows';

interface RunRequest {
  Params: { workflowId: string; runId: string };
}

interface ResultRequest {
  Params: { workflowId: string };
  Querystring: { wait?: string };
}

/** The routes for the status and the result of a run, and for terminating it. */
export function workflowResultRoutes(server: FastifyInstance, workflows: Workflows): void {
  server.get<RunRequest>('/workflows/v1/status/:workflowId/:runId', ({ params: { workflowId, runId } }) => {
    const run = workflows.find(workflowId, runId);
    if (!run) throw new AppError(500, 'INTERNAL', 'Failed to get workflow status');
    return statusResponse(run);
  });

  server.get<ResultRequest>(
    '/workflows/v1/result/:workflowId',
    async ({ params: { workflowId }, query: { wait = '' } }) => {
      const run = workflows.findLatest(workflowId);
      if (!run) throw new AppError(404, 'NOT_FOUND', `Workflow not found: ${workflowId}`);
      if (['true', '1', 'yes', 'on'].includes(wait.toLowerCase())) await run.ended;
      return resultResponse(run);
    },
  );

  server.post<RunRequest>('/workflows/v1/stop/:workflowId/:runId', ({ params: { workflowId, runId } }) => {
    const run = workflows.find(workflowId, runId);
    if (!run) throw new AppError(500, 'INTERNAL', 'Failed to stop workflow');
    if (run.status !== 'RUNNING') throw new AppError(404, 'NOT_FOUND', `Workflow not found: ${workflowId}`);
    workflows.terminate(run);
    return { success: true, message: 'Workflow terminated successfully' };
  });
}

function statusResponse({ workflowId, runId, status, startedAt, endedAt = Date.now() }: WorkflowRun) {
  const seconds = Math.floor((endedAt - startedAt) / 1000);
  const data = { workflow_id: workflowId, run_id: runId, status, execution_duration_seconds: seconds };
  return { success: true, data, message: `Workflow status: ${status}` };
}

function resultResponse({ workflowId, status, result }: WorkflowRun) {
  if (status === 'RUNNING') {
    const message = 'Workflow is still running';
    return { success: true, data: { status: 'running', workflow_id: workflowId, message }, message };
  }
  if (status === 'COMPLETED') {
    return {
      success: true,
      data: { status: 'completed', workflow_id: workflowId, result },
      message: 'Workflow completed',
    };
  }
  const error = status === 'TERMINATED' ? 'Workflow terminated' : 'Workflow failed';
  return { success: false, data: { status: 'failed', workflow_id: workflowId, error }, message: 'Workflow failed' };
}
