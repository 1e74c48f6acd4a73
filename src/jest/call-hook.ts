import { withDeadline } from '../deadline';
import { ConnectorTestError } from '../errors';

/**
 * Calls a user's hook and waits for it, at most `timeout` milliseconds. What the hook throws is passed on as it is, so
 * that Jest shows the user's own line.
 */
export async function callHook(name: string, timeout: number, hook: () => unknown): Promise<void> {
  await withDeadline(
    Promise.resolve().then(hook),
    timeout,
    () =>
      new ConnectorTestError('HOOK_TIMEOUT', {
        what: `${name} did not end within ${timeout} ms.`,
        fix: 'look for a promise that is never resolved, or raise `hookTimeout`.',
      }),
  );
}
