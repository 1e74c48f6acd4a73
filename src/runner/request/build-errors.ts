import { ConnectorTestError, isConnectorTestError, isErrorLike, stackFrames, withFrames } from '../../errors';

/** `what`, such as `A lazy`, did not settle in time. */
export function hookTooSlow(what: string, hookTimeout: number): ConnectorTestError {
  return new ConnectorTestError('HOOK_TIMEOUT', {
    what: `${what} did not settle within ${Math.round(hookTimeout)} ms, so nothing was sent.`,
    fix: 'look for a promise that is never resolved, or raise `hookTimeout`.',
  });
}

/** `what`, such as `A lazy`, threw `error`; one of our own errors speaks for itself. */
export function threw(what: string, error: unknown): ConnectorTestError {
  if (isConnectorTestError(error)) return error;
  const failure = new ConnectorTestError('LAZY_FAILED', {
    what: `${what} threw, so nothing was sent.`,
    why: isErrorLike(error) ? `${error.name}: ${error.message}` : String(error),
    fix: `the value is made when the scenario runs: check what ${what.replace(/^A /, 'the ')} reads.`,
  });
  // The line where the user's function threw says more than the place where it was awaited.
  return isErrorLike(error) ? withFrames(failure, stackFrames(error)) : failure;
}
