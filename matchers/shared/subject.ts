import type { ApiResponse } from '../../src/api-response';
import { responseSubject, type Subject } from '../../src/assertions/subject';
import { isRecord } from '../../src/validation/shape';

/** Whether `value` is what the client returns: `{ body, status, headers, durationMs }`. */
export function isApiResponse(value: unknown): value is ApiResponse {
  return hasHttpStatus(value) && 'body' in value && typeof value['durationMs'] === 'number';
}

/** Whether `value` is an HTTP answer of any client: a number as `status`, and `headers`. */
export function hasHttpStatus(
  value: unknown,
): value is Readonly<Record<string, unknown>> & { readonly status: number } {
  return isRecord(value) && typeof value['status'] === 'number' && isRecord(value['headers']);
}

/** What the paths of a matcher look into: the body of an `ApiAnswer`, with `$http` beside it; else the value itself. */
export function toSubject(received: unknown): Subject {
  return isApiResponse(received) ? responseSubject(received) : { body: received, roots: {} };
}

/** The body of an `ApiAnswer`; any other value is one. */
export function bodyOf(received: unknown): unknown {
  return isApiResponse(received) ? received.body : received;
}
