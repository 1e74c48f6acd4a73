/** An expected problem: the response is `{ detail }` with this status. */
export class AppError extends Error {
  constructor(
    readonly status: number,
    readonly category: string,
    message: string,
    readonly retryable = false,
  ) {
    super(message);
  }
}

/** An invalid field of a request, in the wording of the SDK's contracts. */
export interface FieldProblem {
  readonly field: string;
  readonly message: string;
  readonly type: string;
}

/** A body that violates the contract: 422. If there are no problems, it wasn't JSON, or not an object. */
export class InvalidRequest extends Error {
  constructor(readonly problems: readonly FieldProblem[]) {
    super(`Invalid request: ${problems.map(({ field }) => field).join(', ') || 'body'}`);
  }
}
