import { TEST_STATUSES } from '../../run-report/model/run-model';

/** The statuses, the most urgent first. */
export const STATUS_ORDER: readonly string[] = ['failed', 'crashed', 'notRun', 'flaky', 'skipped', 'todo', 'passed'];

const LABELS: Readonly<Record<string, string>> = { notRun: 'not run', todo: 'to do' };

/** A status in words. */
export function statusLabel(status: string): string {
  return LABELS[status] ?? status;
}

/** The name of its colours and its icon; `unknown` for a status of a newer version. */
export function statusKind(status: string): string {
  return (TEST_STATUSES as readonly string[]).includes(status) ? status : 'unknown';
}

/** The position of a status in lists. */
export function statusRank(status: string): number {
  const rank = STATUS_ORDER.indexOf(status);
  return rank < 0 ? STATUS_ORDER.length : rank;
}

/** Whether it makes a run fail. */
export function isBad(status: string): boolean {
  return ['failed', 'crashed', 'notRun'].includes(status);
}
