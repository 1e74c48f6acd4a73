import { rowsOf } from '../../../../src/page/data/row';
import { barAt, ticksOf, timelineOf } from '../../../../src/page/overview/timeline-lanes';

type Span = readonly [from: number, durationMs: number, worker: number, slot?: number, status?: string];
const timeline = (...spans: readonly Span[]) =>
  timelineOf(
    rowsOf(
      spans.map(([from, durationMs, worker, slot = 0, status = 'passed'], index) => ({
        ...{ id: String(index), name: `t${index}`, group: 0, status, chunk: 0 },
        spans: [{ status, from, durationMs, worker, slot }],
      })),
      [],
    ),
  );
const placed = ({ bars }: ReturnType<typeof timelineOf>): string[] =>
  bars.map(({ row, from, to, lane }) => `${row.id}:${lane} ${from}-${to}`).sort();

test('has a lane for each worker and slot, in their order', () => {
  const result = timeline([100, 10, 2], [105, 10, 1, 1], [100, 20, 1], [120, 5, 1]);
  expect(result.lanes.map(({ worker, slot }) => [worker, slot])).toEqual([
    [1, 0],
    [1, 1],
    [2, 0],
  ]);
  expect(placed(result)).toEqual(['0:2 0-10', '1:1 5-15', '2:0 0-20', '3:0 20-25']);
  expect(result.durationMs).toBe(25);
});

test('attempts of two shards that overlap have lanes of their own', () => {
  const result = timeline([0, 50, 1], [10, 50, 1], [52, 5, 1]);
  expect(placed(result)).toEqual(['0:0 0-50', '1:1 10-60', '2:0 52-57']);
});

test('failed attempts are drawn last, and found first', () => {
  const result = timeline([0, 10, 1, 0, 'failed'], [11, 10, 1]);
  expect(result.bars.map(({ status }) => status)).toEqual(['passed', 'failed']);
  expect(barAt(result, { time: 10.5, lane: 0, slack: 1 })?.row.id).toBe('0');
  expect(barAt(result, { time: 15, lane: 0, slack: 1 })?.row.id).toBe('1');
  expect(barAt(result, { time: 15, lane: 1, slack: 1 })).toBeUndefined();
});

test('a run without attempts is empty', () => {
  expect(timeline()).toEqual({ bars: [], lanes: [], durationMs: 0 });
});

test.each([
  [6_200, 10, 1_000, 7],
  [90, 5, 20, 5],
  [0, 5, 1, 1],
])('the axis of %d ms has round times', (durationMs, most, step, count) => {
  const ticks = ticksOf(durationMs, most);
  expect([ticks[1] ?? step, ticks.length]).toEqual([step, count]);
});
