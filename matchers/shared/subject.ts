import type { ApiResponse } from '../../src/api-response';
import { responseSubject, type Subject } from '../../src/assertions/subject';
import { isRecord } from '../../src/validation/shape';

/** Whether `value` is a response of the client: `{ body, status, headers, durationMs }`. */
export function isApiResponse(value: unknown): value is ApiResponse {
  return hasHttpStatus(value) && 'body' in value && typeof value['durationMs'] === 'number';
}

/** Whether `value` is an HTTP response of any client: it has a numeric `status`, and `headers`. */
export function hasHttpStatus(
  value: unknown,
): value is Readonly<Record<string, unknown>> & { readonly status: number } {
  return isRecord(value) && typeof value['status'] === 'number' && isRecord(value['headers']);
}

/** The subject of a matcher's paths: the body of an `ApiResponse`, with `$http`; otherwise the value itself. */
export function toSubject(received: unknown): Subject {
  return isApiResponse(received) ? responseSubject(received) : { body: received, roots: {} };
}

/** The body of an `ApiResponse`; any other value is itself a body. */
export function bodyOf(received: unknown): unknown {
  return isApiResponse(received) ? received.body : received;
}
