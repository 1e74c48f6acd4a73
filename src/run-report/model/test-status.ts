import type { TestStatus } from './run-model';

/** The statuses, the most urgent first. */
export const STATUS_ORDER: readonly TestStatus[] = [
  'failed',
  'crashed',
  'notRun',
  'flaky',
  'skipped',
  'todo',
  'passed',
];

/** Whether a test that ended so should have passed and did not. A test that didn't start has verified nothing. */
export function isFailure(status: string): boolean {
  return status === 'failed' || status === 'crashed' || status === 'notRun';
}

const LABELS: Readonly<Record<string, string>> = { notRun: 'not run', todo: 'to do' };

/** A status in words. */
export function statusLabel(status: string): string {
  return LABELS[status] ?? status;
}
