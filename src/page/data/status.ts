import { TEST_STATUSES, type TestStatus } from '../../run-report/model/run-model';
import { STATUS_ORDER } from '../../run-report/model/test-status';

/** The name of its colours and its icon; `unknown` for a status of a newer version. */
export function statusKind(status: string): string {
  return (TEST_STATUSES as readonly string[]).includes(status) ? status : 'unknown';
}

/** The position of a status in lists. */
export function statusRank(status: string): number {
  const rank = STATUS_ORDER.indexOf(status as TestStatus);
  return rank < 0 ? STATUS_ORDER.length : rank;
}
