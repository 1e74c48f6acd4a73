import { runHandle } from '../../service/run/run-state';
import { notice } from '../output/progress';
import { newFileNotices } from './new-files';
import { stopRun } from './stop-run';

/**
 * Stops what `setupConnector` started, the last first; nothing of it is left afterwards. Does nothing if nothing was
 * started. In watch mode all stays up for the next run, and is stopped when Jest ends.
 *
 * For those who have a `globalTeardown` of their own, which takes the place of the preset's.
 *
 * @throws what went wrong while stopping, after all else was stopped: the error, or an AggregateError of several.
 * @example
 * // my-global-teardown.ts
 * import { teardownConnector } from 'jest-connector';
 *
 * export default async function () {
 *   await teardownConnector();
 * }
 */
export async function teardownConnector(): Promise<void> {
  runHandle().ready.clear();
  if (runHandle().keepsServices) return;
  const errors = await stopRun();
  for (const text of newFileNotices()) notice(text);
  if (errors.length > 1) throw new AggregateError(errors, 'Several services could not be stopped.');
  if (errors.length === 1) throw errors[0];
}
