import { type RunError, type RunModel, TEST_STATUSES, type TestRecord, type TestStatus } from './run-model';
import { isFailure } from './test-status';

/** How many tests ended in each way. */
export type RunTotals = Readonly<Record<TestStatus, number>> & { readonly total: number };

/** Counts tests by status. */
export function totalsOf(tests: readonly TestRecord[]): RunTotals {
  const counts = Object.fromEntries(TEST_STATUSES.map((status) => [status, 0])) as Record<TestStatus, number>;
  for (const { status } of tests) counts[status] += 1;
  return { ...counts, total: tests.length };
}

/**
 * The errors outside of tests. A run that failed without a failed test has one too, such as a coverage threshold that Jest
 * reported: a reader that only counts failures must not take it for a run that passed.
 */
export function errorsOf({ run, tests }: RunModel): readonly RunError[] {
  const errors = run.errors ?? [];
  if (run.success || errors.length > 0 || tests.some(({ status }) => isFailure(status))) return errors;
  const { interruptedBy } = run;
  const message = interruptedBy ? `The run was interrupted by ${interruptedBy}.` : 'The run failed, but no test did.';
  return [{ message }];
}

/** The reasons of tests with a status, the most frequent first. */
export function reasonsOf(
  tests: readonly TestRecord[],
  status: TestStatus,
): (readonly [reason: string, count: number])[] {
  const counts = new Map<string, number>();
  for (const test of tests) {
    if (test.status !== status) continue;
    const reason = test.reason ?? 'no reason given';
    counts.set(reason, (counts.get(reason) ?? 0) + 1);
  }
  return [...counts].sort(([, one], [, other]) => other - one);
}

/** The time that all attempts of a test took, in milliseconds. */
export function durationOf({ attempts }: TestRecord): number {
  return attempts.reduce((sum, { durationMs }) => sum + durationMs, 0);
}

/** The tests that took longest, the slowest first. */
export function slowestTests(tests: readonly TestRecord[], count: number): TestRecord[] {
  const started = tests.filter(({ attempts }) => attempts.length > 0);
  return started.sort((one, other) => durationOf(other) - durationOf(one)).slice(0, count);
}
