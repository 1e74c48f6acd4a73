import { withDeadline } from '../../deadline';
import { ConnectorTestError } from '../../errors';
import { hookError, type ThrowingHook } from '../failure/hook-error';

/**
 * Calls a user's hook and waits for at most `timeout` milliseconds. An error from the hook is rethrown without secrets
 * and without our own stack lines, so that Jest shows the user's line.
 */
export async function callHook(hook: ThrowingHook, timeout: number, call: () => unknown): Promise<void> {
  try {
    await withDeadline(Promise.resolve().then(call), timeout, () => tooSlow(hook.name, timeout));
  } catch (error) {
    throw hookError(error, hook);
  }
}

function tooSlow(name: string, timeout: number): ConnectorTestError {
  return new ConnectorTestError('HOOK_TIMEOUT', {
    what: `${name} did not finish within ${Math.round(timeout)} ms.`,
    fix: 'check for a promise that never resolves, or raise `hookTimeout`.',
  });
}
