import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import type { ConnectorApp } from '../app';
import { AppError, InvalidRequest } from '../errors';
import { extract } from '../extraction';
import { FieldReader } from '../field-reader';
import { type JsonObject, readObject } from '../json-body';
import { log } from '../log';
import { settings } from '../settings';
import type { WorkflowJob } from '../workflows';
import { workflowResultRoutes } from './workflow-result';

const ENTRYPOINT = 'extract';

interface StartRequest {
  Querystring: { entrypoint?: string };
}

/** Starts workflows; the other routes of a run are in `workflow-result.ts`. */
export function workflowRoutes(server: FastifyInstance, app: ConnectorApp): void {
  server.post<StartRequest>('/workflows/v1/start', ({ body, query: { entrypoint = ENTRYPOINT } }) => {
    const input = readObject(body);
    if (entrypoint !== ENTRYPOINT) throw new AppError(400, 'INVALID_INPUT', 'Invalid entrypoint.');
    delete input.credentials;
    const { workflowId, runId } = start(app, input);
    return {
      success: true,
      message: 'Workflow started successfully',
      data: { workflow_id: workflowId, run_id: runId },
      correlation_id: input.correlation_id || randomUUID(),
    };
  });
  workflowResultRoutes(server, app.workflows);
}

/** Like the SDK's server, the response doesn't contain the reason of an unexpected error; the log does. */
function start(app: ConnectorApp, input: JsonObject) {
  try {
    const { workflowId, job } = readStart(app, input);
    return app.workflows.start(workflowId, job);
  } catch (error) {
    if (error instanceof InvalidRequest) throw error;
    log('ERROR', `Failed to start workflow: ${String(error)}`);
    throw new AppError(500, 'INTERNAL', 'Failed to start workflow');
  }
}

function readStart(
  { source, vault, outputFolder }: ConnectorApp,
  input: JsonObject,
): { workflowId: string; job: WorkflowJob } {
  const reader = new FieldReader(input);
  const workflowId = reader.text('workflow_id') || makeWorkflowId(input);
  const guid = reader.text('credential_guid');
  const metadata = reader.object('metadata');
  const connection = reader.object('connection');
  for (const field of ['correlation_id', 'app_name', 'workflow_slug']) reader.text(field);
  reader.finish();

  const job: WorkflowJob = async ({ runId, signal }) => {
    const credentials = vault.get(guid);
    if (!credentials) throw new Error(guid ? `No credentials are known as ${guid}` : 'No credential_guid was given');
    const folder = join(outputFolder, 'apps', settings.appName, 'workflows', encodeURIComponent(workflowId), runId);
    const counts = await extract(source, { credentials, metadata, connection }, { folder, signal });
    return { status: 'success', metrics: null, artifacts: null, ...counts };
  };
  return { workflowId, job };
}

function makeWorkflowId(input: JsonObject): string {
  const hash = createHash('sha256').update(JSON.stringify(input)).digest('hex').slice(0, 16);
  return `${settings.appName}-${hash}-${randomBytes(4).toString('hex')}`;
}
