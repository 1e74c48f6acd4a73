import type { JSX } from 'preact';
import { useMemo, useState } from 'preact/hooks';
import { filterRows } from '../data/filter-rows';
import { type Filter, isRestricted, NO_FILTER } from '../data/route';
import type { RunData } from '../data/run-data';
import { useKeys } from '../parts/use-keys';
import type { Go } from '../use-route';
import { Filters } from './filters';
import { VirtualList } from './virtual-list';

interface Props {
  readonly data: RunData;
  readonly filter: Filter;
  readonly go: Go;
  /** The test that was open last. */
  readonly lastId: string | undefined;
}

/** All tests, filtered and sorted. */
export function TestList({ data, filter, go, lastId }: Props): JSX.Element {
  const shown = useMemo(() => filterRows(data.rows, filter), [data, filterKey(filter)]);
  const [active, setActive] = useState(() => shown.findIndex(({ id }) => id === lastId));
  const setFilter = (changed: Partial<Filter>): void => {
    setActive(-1);
    go({ view: 'list', filter: { ...filter, ...changed } }, true);
  };
  const move = (by: number): void => setActive((index) => Math.max(0, Math.min(shown.length - 1, index + by)));
  useKeys({
    j: () => move(1),
    k: () => move(-1),
    Escape: () => {
      if (isRestricted(filter)) setFilter(NO_FILTER);
    },
    Enter: () => {
      const row = shown[Math.max(0, active)];
      if (row !== undefined) go({ view: 'test', id: row.id, filter });
    },
  });
  return (
    <>
      <h1 class="hidden">Tests</h1>
      <Filters data={data} filter={filter} shown={shown.length} onChange={setFilter} onLeave={() => setActive(0)} />
      {shown.length === 0 && <Empty data={data} filter={filter} onClear={() => setFilter(NO_FILTER)} />}
      {shown.length > 0 && (
        <VirtualList rows={shown} filter={filter} active={active} isReturning={lastId !== undefined} />
      )}
    </>
  );
}

interface EmptyProps {
  readonly data: RunData;
  readonly filter: Filter;
  readonly onClear: () => void;
}

function Empty({ data, filter, onClear }: EmptyProps): JSX.Element {
  return (
    <p class="empty">
      {data.rows.length === 0 ? 'The run has no tests.' : 'No test matches.'}{' '}
      {isRestricted(filter) && (
        <button type="button" onClick={onClear}>
          Clear the filters
        </button>
      )}
    </p>
  );
}

function filterKey(filter: Filter): string {
  return JSON.stringify(filter);
}
