import { type Filter, searchedParts } from './route';
import type { Row } from './row';
import { statusRank } from './status';

/** The rows that a filter shows, in its order. */
export function filterRows(rows: readonly Row[], filter: Filter): readonly Row[] {
  const parts = searchedParts(filter.q);
  const shown = rows.filter((row) => matches(row, filter) && parts.every((part) => row.haystack.includes(part)));
  return sorted(shown, filter.sort);
}

/** How many rows each status has, if the status is left out of the filter. */
export function statusCounts(rows: readonly Row[], filter: Filter): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { status } of filterRows(rows, { ...filter, status: [], sort: '' })) {
    counts.set(status, (counts.get(status) ?? 0) + 1);
  }
  return new Map([...counts].sort(([left], [right]) => statusRank(left) - statusRank(right)));
}

/** The distinct values of a field, by name. */
export function valuesOf(rows: readonly Row[], valueOf: (row: Row) => readonly (string | undefined)[]): string[] {
  const values = new Set(rows.flatMap(valueOf));
  values.delete(undefined);
  return [...(values as Set<string>)].sort((left, right) => left.localeCompare(right));
}

function matches({ status, api, tags, place }: Row, filter: Filter): boolean {
  if (filter.status.length > 0 && !filter.status.includes(status)) return false;
  if (filter.api !== '' && filter.api !== api) return false;
  if (filter.tag !== '' && !(tags ?? []).includes(filter.tag)) return false;
  return filter.project === '' || filter.project === place.project;
}

function sorted(rows: readonly Row[], sort: string): readonly Row[] {
  const order = ORDERS[sort];
  return order === undefined ? rows : rows.toSorted(order);
}

const ORDERS: Readonly<Record<string, (left: Row, right: Row) => number>> = {
  status: (left, right) => statusRank(left.status) - statusRank(right.status),
  slowest: (left, right) => right.durationMs - left.durationMs,
  fastest: (left, right) => left.durationMs - right.durationMs,
  name: (left, right) => left.name.localeCompare(right.name),
};
