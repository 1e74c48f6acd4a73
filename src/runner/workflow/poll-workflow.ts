import type { ApiResponse } from '../../api-response';
import { thrownReason } from '../../assertions/values/print';
import type { Client } from '../../client/client';
import type { CallOptions } from '../../client/client-options';
import { isConnectorTestError, isErrorLike } from '../../errors';
import type { Json } from '../../json/json';
import { isRecord, isText } from '../../validation/shape';

/** A run of a workflow at a server. */
export interface WorkflowRun {
  readonly client: Pick<Client, 'status' | 'result' | 'stop'>;
  readonly workflowId: string;
  readonly runId: string;
  /** The headers and the time limit of the requests about it. */
  readonly call: Pick<CallOptions, 'headers' | 'timeout'>;
}

/**
 * The result of a poll: a status, a temporary problem (`blind`: no response, or the response of a proxy), or a permanent
 * problem (`refused`).
 */
export type Poll =
  { readonly kind: 'state'; readonly status: string } | { readonly kind: 'blind' | 'refused'; readonly why: string };

/** The statuses of proxies, and 500, which the server returns for any problem with Temporal. */
const MAY_PASS = [500, 502, 504];

/** Requests the status of a workflow. */
export async function pollWorkflow({ client, workflowId, runId, call }: WorkflowRun): Promise<Poll> {
  let response: ApiResponse;
  try {
    response = await client.status(workflowId, runId, call);
  } catch (error) {
    return { kind: 'blind', why: messageOf(error) };
  }
  const { status, body } = response;
  const state: unknown = isRecord(body) && isRecord(body['data']) ? body['data']['status'] : undefined;
  if (status >= 200 && status < 300 && isText(state)) return { kind: 'state', status: state };
  const why = `GET …/status/${workflowId}/${runId} returned ${status}${detailOf(body)}`;
  return { kind: MAY_PASS.includes(status) ? 'blind' : 'refused', why };
}

/** The response of `GET /result` for a workflow that has ended. */
export interface WorkflowEnd {
  readonly result?: Json;
  /** Why the workflow failed, as reported by the server. */
  readonly error?: string;
  /** Why neither the result nor the error is known. */
  readonly unread?: string;
}

/** Requests the result of a workflow, or its error. */
export async function readWorkflowEnd({ client, workflowId, call }: WorkflowRun): Promise<WorkflowEnd> {
  try {
    const { status, body } = await client.result(workflowId, call);
    const data: unknown = isRecord(body) ? body['data'] : undefined;
    if (status < 200 || status >= 300 || !isRecord(data)) return { unread: `it returned ${status}${detailOf(body)}` };
    return {
      ...('result' in data ? { result: data['result'] as Json } : {}),
      ...(isText(data['error']) ? { error: data['error'] } : {}),
    };
  } catch (error) {
    return { unread: messageOf(error) };
  }
}

/** Stops a workflow; the returned outcome completes "the workflow …". */
export async function stopWorkflow({ client, workflowId, runId, call }: WorkflowRun): Promise<string> {
  try {
    const { status, body } = await client.stop(workflowId, runId, call);
    if (status >= 200 && status < 300) return 'was stopped';
    if (status === 404) return 'had already ended when it was asked to stop';
    return `could not be stopped: POST …/stop returned ${status}${detailOf(body)}`;
  } catch (error) {
    return `could not be stopped: ${messageOf(error)}`;
  }
}

function detailOf(body: unknown): string {
  const detail = isRecord(body) ? (body['detail'] ?? body['message']) : body;
  return isText(detail) ? `: ${detail.slice(0, 200)}` : '';
}

function messageOf(error: unknown): string {
  if (isConnectorTestError(error))
    return oneLine(error.why === undefined ? error.what : `${error.what} Why: ${error.why}`);
  return isErrorLike(error) ? oneLine(error.message) : thrownReason(error);
}

function oneLine(text: string): string {
  return text.replace(/\s*\n\s*/g, ' ');
}
