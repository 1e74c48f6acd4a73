import { isFailure } from '../../run-report/model/test-status';
import type { Row } from '../data/row';

/** An attempt on the timeline. */
export interface Bar {
  readonly row: Row;
  readonly status: string;
  /** In milliseconds from the first attempt. */
  readonly from: number;
  readonly to: number;
  readonly lane: number;
}

/** A timeline: bars in lanes. */
export interface Timeline {
  /** Failed ones last, so that they are drawn over the others. */
  readonly bars: readonly Bar[];
  readonly lanes: readonly Lane[];
  readonly durationMs: number;
}

/** A lane: a worker, or a slot of one. */
export interface Lane {
  readonly worker: number;
  readonly slot: number;
}

interface OpenLane extends Lane {
  end: number;
}

/**
 * Places all attempts by time, worker and slot. The shards of a run have workers with the same number: attempts that
 * overlap get another lane.
 */
export function timelineOf(rows: readonly Row[]): Timeline {
  const spans = rows
    .flatMap((row) => row.spans.map((span) => ({ row, ...span })))
    .sort((left, right) => left.from - right.from);
  const start = spans[0]?.from ?? 0;
  const lanes = new Map<string, OpenLane[]>();
  const placed = spans.map(({ row, status, from, durationMs, worker, slot }) => {
    const lane = laneFor(lanes, { worker, slot, from });
    lane.end = from + durationMs;
    return { row, status, from: from - start, to: from - start + durationMs, lane };
  });
  const sorted = [...lanes.values()].flat().sort((left, right) => left.worker - right.worker || left.slot - right.slot);
  const places = new Map(sorted.map((lane, index) => [lane, index]));
  const bars = placed.map((bar) => ({ ...bar, lane: places.get(bar.lane) ?? 0 }));
  return {
    bars: bars.sort((left, right) => Number(isFailure(left.status)) - Number(isFailure(right.status))),
    lanes: sorted,
    durationMs: placed.reduce((most, { to }) => Math.max(most, to), 0),
  };
}

/** Clocks and rounding make consecutive attempts overlap by a millisecond. */
const OVERLAP = 2;

function laneFor(lanes: Map<string, OpenLane[]>, wanted: Lane & { readonly from: number }): OpenLane {
  const { worker, slot, from } = wanted;
  const key = `${worker} ${slot}`;
  const known = lanes.get(key) ?? [];
  lanes.set(key, known);
  const free = known.find(({ end }) => end <= from + OVERLAP);
  if (free !== undefined) return free;
  const added = { worker, slot, end: from };
  known.push(added);
  return added;
}

/** The bar at a place, preferring those that are drawn last. */
export function barAt({ bars }: Timeline, place: { time: number; lane: number; slack: number }): Bar | undefined {
  return bars.findLast(
    ({ from, to, lane }) => lane === place.lane && from - place.slack <= place.time && place.time <= to + place.slack,
  );
}

/** Round times for the axis, at most `most` of them. */
export function ticksOf(durationMs: number, most: number): number[] {
  const rough = durationMs / Math.max(1, most);
  const power = 10 ** Math.floor(Math.log10(Math.max(1, rough)));
  const step = [1, 2, 5, 10].map((factor) => factor * power).find((each) => each >= rough) ?? rough;
  return Array.from({ length: Math.floor(durationMs / step) + 1 }, (_tick, index) => index * step);
}
