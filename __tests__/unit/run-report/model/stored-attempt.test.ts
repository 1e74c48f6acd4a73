import type { AttemptOfTest } from '../../../../src/run-report/model/run-model';
import { storedAttempt, withWorker } from '../../../../src/run-report/model/stored-attempt';

const FACTS = { status: 'passed', startedAt: 1, durationMs: 2, worker: 1, slot: 0 } as const;

test('large parts are read when they are used, and never by a copy for another worker', () => {
  const exchanges: AttemptOfTest['exchanges'] = [];
  const read = jest.fn(() => exchanges);
  const moved = withWorker(storedAttempt(FACTS, { exchanges: read }), 4);
  expect([moved.worker, moved.durationMs, Object.keys(moved).sort()]).toEqual([
    4,
    2,
    ['durationMs', 'exchanges', 'slot', 'startedAt', 'status', 'worker'],
  ]);
  expect(read).not.toHaveBeenCalled();
  expect(moved.exchanges).toBe(exchanges);
  expect(read).toHaveBeenCalledTimes(1);
  expect(JSON.parse(JSON.stringify(moved))).toEqual({ ...FACTS, worker: 4, exchanges: [] });
});

test('an attempt of plain data moves to another worker, too', () => {
  expect(withWorker({ ...FACTS, exchanges: [] }, 2)).toEqual({ ...FACTS, worker: 2, exchanges: [] });
});
