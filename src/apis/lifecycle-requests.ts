import { API_PREFIX, type ApiRequest } from './api-request';
import { pathSegment } from './path-segment';

/** Gets the status of a workflow. */
export function statusRequest(workflowId: string, runId: string): ApiRequest {
  return { method: 'GET', path: runPath('status', workflowId, runId) };
}

/** Gets the result of a workflow; with `wait` the server responds when the workflow has ended. */
export function resultRequest(workflowId: string, wait: boolean | undefined): ApiRequest {
  const path = `${API_PREFIX}/result/${pathSegment('workflowId', workflowId)}`;
  return { method: 'GET', path, query: { wait: wait === true ? true : undefined } };
}

/** Stops a workflow. */
export function stopRequest(workflowId: string, runId: string): ApiRequest {
  return { method: 'POST', path: runPath('stop', workflowId, runId) };
}

/** Gets the schema of a workflow's input. */
export function inputContractRequest(entrypoint: string | undefined): ApiRequest {
  return { method: 'GET', path: `${API_PREFIX}/input-contract`, query: { entrypoint } };
}

/** Gets the app's manifest. */
export function manifestRequest(entrypoint: string | undefined): ApiRequest {
  return { method: 'GET', path: `${API_PREFIX}/manifest`, query: { entrypoint } };
}

/** Gets the app's OpenAPI document. */
export function openApiRequest(): ApiRequest {
  return { method: 'GET', path: '/openapi.json' };
}

function runPath(action: string, workflowId: string, runId: string): string {
  return `${API_PREFIX}/${action}/${pathSegment('workflowId', workflowId)}/${pathSegment('runId', runId)}`;
}
