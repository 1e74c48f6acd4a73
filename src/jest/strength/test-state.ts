import { testFramework } from '../test-framework';

/** The counters of Jest's snapshots. */
type SnapshotCounters = Readonly<Partial<Record<'added' | 'matched' | 'unmatched' | 'updated', number>>>;

/** Why checks must not run again in this test, or `undefined`. */
export function unrepeatable(checks: readonly unknown[]): string | undefined {
  const { expectedAssertionsNumber, isExpectingAssertions } = testFramework().expect.getState();
  const expectsAssertions = typeof expectedAssertionsNumber === 'number' || isExpectingAssertions;
  if (expectsAssertions) return 'its test uses `expect.assertions` or `expect.hasAssertions`';
  return checks.some(usesSnapshot) ? 'its checks use snapshots' : undefined;
}

/** Runs `work`. Whether it has used a snapshot, which a source does not show if a function calls another one. */
export function withSnapshotWatch<Value>(work: () => Value): {
  readonly value: Value;
  readonly usesSnapshots: boolean;
} {
  const before = snapshotCount();
  const value = work();
  return { value, usesSnapshots: snapshotCount() !== before };
}

function usesSnapshot(check: unknown): boolean {
  return typeof check === 'function' && /Snapshot\s*\(/.test(Function.prototype.toString.call(check));
}

function snapshotCount(): number {
  const { snapshotState } = testFramework().expect.getState() as { readonly snapshotState?: SnapshotCounters };
  const { added = 0, matched = 0, unmatched = 0, updated = 0 } = snapshotState ?? {};
  return added + matched + unmatched + updated;
}
