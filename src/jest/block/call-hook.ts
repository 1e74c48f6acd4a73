import { withDeadline } from '../../deadline';
import { ConnectorTestError } from '../../errors';
import { safeError } from '../../safe-error';

/**
 * Calls a user's hook and waits for at most `timeout` milliseconds. An error from the hook is rethrown without secrets,
 * so that Jest shows the user's own line.
 */
export async function callHook(name: string, timeout: number, hook: () => unknown): Promise<void> {
  try {
    await withDeadline(Promise.resolve().then(hook), timeout, () => tooSlow(name, timeout));
  } catch (error) {
    throw safeError(error);
  }
}

function tooSlow(name: string, timeout: number): ConnectorTestError {
  return new ConnectorTestError('HOOK_TIMEOUT', {
    what: `${name} did not finish within ${Math.round(timeout)} ms.`,
    fix: 'check for a promise that never resolves, or raise `hookTimeout`.',
  });
}
