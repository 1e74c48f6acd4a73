import type { ApiAnswer } from '../api-answer';

/** What the paths of a check look into: a body, and other roots beside it such as `$http`. */
export interface Subject {
  readonly body: unknown;
  readonly roots: Readonly<Record<string, unknown>>;
}

/** The subject of an answer: its body, with `$http` beside it. */
export function answerSubject({ body, status, headers, durationMs }: ApiAnswer): Subject {
  return { body, roots: { $http: { status, headers, durationMs } } };
}
