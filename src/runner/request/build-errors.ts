import { ConnectorTestError, isConnectorTestError, isErrorLike, stackFrames, withFrames } from '../../errors';

/** A function of the user's that makes a part of a request, as it is called in a sentence. */
export interface Maker {
  /** Begins a sentence: `A lazy`. */
  readonly first: string;
  /** Stands inside one: `the lazy`. */
  readonly inside: string;
}

/** `maker` did not settle in time. */
export function hookTooSlow({ first }: Maker, hookTimeout: number): ConnectorTestError {
  return new ConnectorTestError('HOOK_TIMEOUT', {
    what: `${first} did not settle within ${Math.round(hookTimeout)} ms, so nothing was sent.`,
    fix: 'look for a promise that is never resolved, or raise `hookTimeout`.',
  });
}

/** `maker` threw `error`; one of our own errors speaks for itself. */
export function threw({ first, inside }: Maker, error: unknown): ConnectorTestError {
  if (isConnectorTestError(error)) return error;
  const failure = new ConnectorTestError('LAZY_FAILED', {
    what: `${first} threw, so nothing was sent.`,
    why: isErrorLike(error) ? `${error.name}: ${error.message}` : String(error),
    fix: `the value is made when the scenario runs: check what ${inside} reads.`,
  });
  // The line where the user's function threw says more than the place where it was awaited.
  return isErrorLike(error) ? withFrames(failure, stackFrames(error)) : failure;
}
