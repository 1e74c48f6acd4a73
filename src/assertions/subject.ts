import type { ApiResponse } from '../api-response';

/** The input of checks: a body, and additional roots such as `$http`. */
export interface Subject {
  readonly body: unknown;
  readonly roots: Readonly<Record<string, unknown>>;
}

/** The subject of a response: its body, with `$http` and other roots. */
export function responseSubject(response: ApiResponse, roots: Subject['roots'] = {}): Subject {
  const { body, status, headers, size, durationMs } = response;
  const $http = { status, headers, ...(size !== undefined && { size }), durationMs };
  // For checks of several parts; not enumerable, so that `$http` compared or printed as a whole stays without it.
  Object.defineProperty($http, 'body', { value: body });
  return { body, roots: { $http, ...roots } };
}
