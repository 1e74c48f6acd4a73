import { isRecord } from '../../validation/shape';

/** Whether a response is a refusal by its HTTP status or by its envelope: servers also refuse with 200. */
export function isRefused({ status, body }: { readonly status: number; readonly body?: unknown }): boolean {
  return status >= 400 || (isRecord(body) && body['success'] === false);
}
