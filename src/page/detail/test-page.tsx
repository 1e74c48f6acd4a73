import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { PageDetail } from '../../run-report/page/page-data';
import { filterRows } from '../data/filter-rows';
import { type Filter, listHash, testHash } from '../data/route';
import type { Row } from '../data/row';
import type { RunData } from '../data/run-data';
import { Icon } from '../parts/icon';
import { useKeys } from '../parts/use-keys';
import type { Go } from '../use-route';
import { Attempts } from './attempts';
import { TestHeader } from './test-header';

interface Props {
  readonly data: RunData;
  readonly id: string;
  readonly filter: Filter;
  readonly go: Go;
}

/** A test. */
export function TestPage({ data, id, filter, go }: Props): JSX.Element {
  const row = data.byId.get(id);
  const detail = useDetail(data, row);
  const [previous, next] = neighbours(data, id, filter);
  const open = (other: Row | undefined): void => {
    if (other !== undefined) go({ view: 'test', id: other.id, filter }, true);
  };
  useKeys({ j: () => open(next), k: () => open(previous), Escape: () => go({ view: 'list', filter }) });
  return (
    <article class="test">
      <nav class="crumbs" aria-label="Tests">
        <a href={listHash(filter)}>
          <Icon name="back" /> Tests
        </a>
        <span class="beside">
          <Neighbour row={previous} filter={filter} label="Previous" />
          <Neighbour row={next} filter={filter} label="Next" />
        </span>
      </nav>
      {row === undefined ? (
        <section class="empty">
          <h1>Test not found</h1>
          <p>The run has no test with the id {id}. It may have been renamed or moved.</p>
        </section>
      ) : (
        <>
          <TestHeader row={row} detail={detail instanceof Error ? undefined : detail} />
          {detail instanceof Error && <p class="empty">{detail.message}</p>}
          {detail !== undefined && !(detail instanceof Error) && <Attempts row={row} detail={detail} />}
        </>
      )}
    </article>
  );
}

function useDetail(data: RunData, row: Row | undefined): PageDetail | Error | undefined {
  const [detail, setDetail] = useState<PageDetail | Error>();
  useEffect(() => {
    if (row === undefined) return;
    data.detail(row).then(setDetail, (error: unknown) => setDetail(new Error(String(error))));
  }, [row]);
  return detail;
}

/** The tests before and after this one in the list. */
function neighbours({ rows }: RunData, id: string, filter: Filter): [Row | undefined, Row | undefined] {
  const shown = filterRows(rows, filter);
  const index = shown.findIndex((row) => row.id === id);
  return index < 0 ? [undefined, shown[0]] : [shown[index - 1], shown[index + 1]];
}

interface NeighbourProps {
  readonly row: Row | undefined;
  readonly filter: Filter;
  readonly label: string;
}

function Neighbour({ row, filter, label }: NeighbourProps): JSX.Element {
  if (row === undefined) return <span class="off">{label}</span>;
  return (
    <a href={testHash(row.id, filter)} title={row.name}>
      {label}
    </a>
  );
}
