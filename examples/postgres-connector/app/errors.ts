/** A problem that the app foresees: the answer is `{ detail }` with this status. */
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

/** A field of a request that does not fit, in the words of the SDK's contracts. */
export interface FieldProblem {
  readonly field: string;
  readonly message: string;
  readonly type: string;
}

/** A body that does not fit the contract: 422. Without problems, it was no JSON object at all. */
export class InvalidRequest extends Error {
  constructor(readonly problems: readonly FieldProblem[]) {
    super(`Invalid request: ${problems.map(({ field }) => field).join(', ') || 'body'}`);
  }
}

/** A body that could not be read where the SDK does not expect that: a bare 500. */
export class UnreadableBody extends Error {}
