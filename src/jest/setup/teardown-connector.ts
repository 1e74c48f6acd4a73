import { runHandle } from '../../service/run/run-state';
import { notice } from '../output/progress';
import { newFileNotices } from './new-files';
import { stopRun } from './stop-run';

/**
 * Stops everything that `setupConnector` started, in reverse order. Does nothing if nothing was started. In watch mode
 * everything keeps running for the next run, and is stopped when Jest ends.
 *
 * Call it from your own `globalTeardown`, which replaces the preset's.
 *
 * @throws after everything else was stopped: the error of stopping, or an AggregateError of several.
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
