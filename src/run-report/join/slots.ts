import type { AttemptOfTest, TestRecord } from '../model/run-model';

/** The clocks of a test and of its worker differ by less. */
const TOLERANCE_MS = 1;

type Changed = { -readonly [Field in keyof AttemptOfTest]: AttemptOfTest[Field] };

/** Sets the slot of each attempt: the first that is free in its worker. */
export function assignSlots(tests: readonly TestRecord[]): void {
  const attempts = tests.flatMap((test) => test.attempts as readonly Changed[]);
  const byWorker = new Map<number, number[]>();
  for (const attempt of attempts.sort((one, other) => one.startedAt - other.startedAt)) {
    const ends = byWorker.get(attempt.worker) ?? [];
    byWorker.set(attempt.worker, ends);
    const free = ends.findIndex((end) => end <= attempt.startedAt + TOLERANCE_MS);
    attempt.slot = free < 0 ? ends.length : free;
    ends[attempt.slot] = attempt.startedAt + attempt.durationMs;
  }
}
