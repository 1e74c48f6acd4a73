/** How far an exchange got. */
export type Phase = 'connecting' | 'waiting' | 'reading' | 'unknown';

/** Why there is no usable response. */
export type FailureKind = 'failed' | 'timeout' | 'too-large' | 'unreadable' | 'aborted' | 'invalid-json';

/** An exchange without a usable response; it is converted to a `ConnectorTestError` before users see it. */
export class ExchangeFailure extends Error {
  constructor(
    readonly kind: FailureKind,
    readonly phase: Phase,
    /** The error from Node. */
    readonly reason?: unknown,
    /** Whether the connection had served a request before. */
    readonly reused = false,
  ) {
    super(kind);
  }

  /**
   * Whether a kept-alive connection was no longer usable: the server closed it, or sent more than its last response
   * announced. It is unknown whether the server saw the request.
   */
  get isStaleConnection(): boolean {
    const code = (this.reason as { code?: unknown } | undefined)?.code;
    return this.kind === 'failed' && this.reused && this.phase !== 'reading' && STALE.includes(String(code));
  }
}

const STALE = ['ECONNRESET', 'EPIPE', 'HPE_INVALID_CONSTANT'];

export function isExchangeFailure(value: unknown): value is ExchangeFailure {
  return value instanceof ExchangeFailure;
}

/** The kind of a failure while a body was read. */
export function kindOfReason(reason: unknown): FailureKind {
  const { code } = reason as { code?: unknown };
  if (code === 'TOO_LARGE') return 'too-large';
  return code === 'UNREADABLE' ? 'unreadable' : 'failed';
}
