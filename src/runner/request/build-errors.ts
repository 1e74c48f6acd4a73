import { thrownReason } from '../../assertions/values/print';
import { ConnectorTestError, isConnectorTestError, isErrorLike, stackFrames, withFrames } from '../../errors';

/** Names for a user's function that makes a part of a request, for use in messages. */
export interface Maker {
  /** Begins a sentence: `A lazy`. */
  readonly first: string;
  /** Used inside a sentence: `the lazy`. */
  readonly inside: string;
}

/** The error for a `maker` that did not settle in time. */
export function hookTooSlow({ first }: Maker, hookTimeout: number): ConnectorTestError {
  return new ConnectorTestError('HOOK_TIMEOUT', {
    what: `${first} did not settle within ${Math.round(hookTimeout)} ms, so nothing was sent.`,
    fix: 'check for a promise that never resolves, or raise `hookTimeout`.',
  });
}

/** The error for a `maker` that threw; our own errors are passed on unchanged. */
export function threw({ first, inside }: Maker, error: unknown): ConnectorTestError {
  if (isConnectorTestError(error)) return error;
  const failure = new ConnectorTestError('LAZY_FAILED', {
    what: `${first} threw, so nothing was sent.`,
    why: thrownReason(error),
    fix: `the value is computed when the scenario runs: check what ${inside} reads.`,
  });
  // The line where the user's function threw is more useful than the place where it was awaited.
  return isErrorLike(error) ? withFrames(failure, stackFrames(error)) : failure;
}
