import type { TestRecord } from './run-model';
import { isFailure } from './test-status';

/** Whether a test only failed because something before it did: the set-up of its block, or a scenario that it needs. */
export function isConsequence({ status, attempts }: Pick<TestRecord, 'attempts' | 'status'>): boolean {
  if (status === 'notRun') return true;
  return isFailure(status) && attempts.at(-1)?.result?.error?.code === 'NEEDED_SCENARIO_FAILED';
}
