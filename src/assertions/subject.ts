import type { ApiResponse } from '../api-response';

/** What the paths of a check look into: a body, and other roots beside it such as `$http`. */
export interface Subject {
  readonly body: unknown;
  readonly roots: Readonly<Record<string, unknown>>;
}

/** The subject of an answer: its body, with `$http` and other roots beside it. */
export function responseSubject(response: ApiResponse, roots: Subject['roots'] = {}): Subject {
  const { body, status, headers, size, durationMs } = response;
  const $http = { status, headers, ...(size !== undefined && { size }), durationMs };
  return { body, roots: { $http, ...roots } };
}
