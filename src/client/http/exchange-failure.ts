/** How far an exchange had got. */
export type Phase = 'connecting' | 'waiting' | 'reading' | 'unknown';

/** Why there is no answer. */
export type FailureKind = 'failed' | 'timeout' | 'too-large' | 'unreadable' | 'aborted' | 'invalid-json';

/** An exchange that brought no answer; it is made into a `ConnectorTestError` before anybody sees it. */
export class ExchangeFailure extends Error {
  constructor(
    readonly kind: FailureKind,
    readonly phase: Phase,
    /** What Node said. */
    readonly reason?: unknown,
    /** Whether the connection had served a request before. */
    readonly reused = false,
  ) {
    super(kind);
  }

  /**
   * A kept connection did not work any more: the server closed it, or more came on it than its last answer announced.
   * Whether the server has seen the request is not known.
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

/** What failed while a body was read. */
export function kindOfReason(reason: unknown): FailureKind {
  const { code } = reason as { code?: unknown };
  if (code === 'TOO_LARGE') return 'too-large';
  return code === 'UNREADABLE' ? 'unreadable' : 'failed';
}
