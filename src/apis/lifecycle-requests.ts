import { API_PREFIX, type ApiRequest } from './api-request';
import { pathSegment } from './path-segment';

/** What a workflow is doing. */
export function statusRequest(workflowId: string, runId: string): ApiRequest {
  return { method: 'GET', path: runPath('status', workflowId, runId) };
}

/** What a workflow returned; `wait` lets the server answer when it has ended. */
export function resultRequest(workflowId: string, wait: boolean | undefined): ApiRequest {
  const path = `${API_PREFIX}/result/${pathSegment('workflowId', workflowId)}`;
  return { method: 'GET', path, query: { wait: wait === true ? true : undefined } };
}

/** Ends a workflow. */
export function stopRequest(workflowId: string, runId: string): ApiRequest {
  return { method: 'POST', path: runPath('stop', workflowId, runId) };
}

/** What a workflow takes. */
export function inputContractRequest(entrypoint: string | undefined): ApiRequest {
  return { method: 'GET', path: `${API_PREFIX}/input-contract`, query: { entrypoint } };
}

function runPath(action: string, workflowId: string, runId: string): string {
  return `${API_PREFIX}/${action}/${pathSegment('workflowId', workflowId)}/${pathSegment('runId', runId)}`;
}
