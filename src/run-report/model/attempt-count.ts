import type { TestRecord } from './run-model';

/** How often a test was tried: by Jest's `retryTimes`, or by the scenario's own `retries` if that made it pass. */
export function attemptCount({ attempts, status }: Pick<TestRecord, 'attempts' | 'status'>): number {
  const requests = status === 'flaky' ? attempts.map(({ result }) => result?.attempts ?? 1) : [];
  return Math.max(1, attempts.length, ...requests);
}
