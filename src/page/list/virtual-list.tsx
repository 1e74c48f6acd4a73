import type { JSX } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { numberText } from '../../count-of';
import { durationText } from '../../duration-text';
import { type Filter, testHash } from '../data/route';
import type { Row } from '../data/row';
import { statusKind } from '../data/status';
import { StatusIcon } from '../parts/icon';
import { placeOf } from '../parts/test-link';

/** The height of a row in pixels; `page.css` has the same. */
const ROW = 56;
const MARGIN = 12;

interface Props {
  readonly rows: readonly Row[];
  readonly filter: Filter;
  /** The index of the row that keys refer to; -1 if they haven't been used. */
  readonly active: number;
  /** Whether the reader comes back from a test. */
  readonly isReturning: boolean;
}

/** The rows that are on the screen; the window scrolls through all of them. */
export function VirtualList({ rows, filter, active, isReturning }: Props): JSX.Element {
  const list = useRef<HTMLUListElement>(null);
  const [from, to] = useVisible(list, rows.length);
  // Until a key moves it, the active row is neither scrolled to nor focused.
  const focused = useRef(isReturning ? -1 : active);
  useLayoutEffect(() => {
    if (active < 0) focused.current = active;
    else if (active !== focused.current) scrollTo(list.current, active);
  }, [active]);
  useEffect(() => {
    if (active === focused.current || document.activeElement instanceof HTMLInputElement) return;
    const row = list.current?.querySelector<HTMLElement>('[tabindex="0"]');
    row?.focus({ preventScroll: true });
    if (row) focused.current = active;
  }, [active, from]);
  return (
    <ul ref={list} class="rows" style={{ height: `${rows.length * ROW}px` }}>
      {rows.slice(from, to).map((row, place) => (
        <ListRow
          key={row.id}
          row={row}
          index={from + place}
          of={rows.length}
          isActive={from + place === active}
          isReached={from + place === Math.max(0, active)}
          href={testHash(row.id, filter)}
        />
      ))}
    </ul>
  );
}

interface RowProps {
  readonly row: Row;
  readonly index: number;
  readonly of: number;
  readonly isActive: boolean;
  /** Whether the Tab key leads to it. */
  readonly isReached: boolean;
  readonly href: string;
}

function ListRow({ row, index, of, isActive, isReached, href }: RowProps): JSX.Element {
  const { name, status, api, tags = [], note, spans, attempts = spans.length, durationMs } = row;
  return (
    <li style={{ top: `${index * ROW}px` }} aria-setsize={of} aria-posinset={index + 1}>
      <a href={href} tabIndex={isReached ? 0 : -1} class={`s-${statusKind(status)}${isActive ? ' active' : ''}`}>
        <StatusIcon status={status} />
        <span class="what">
          <span class="name">{name}</span>
          <span class="muted place">
            {note === undefined ? '' : <span class="note">{note}</span>}
            {placeOf(row)}
          </span>
        </span>
        <span class="labels">
          {tags.map((tag) => (
            <span key={tag} class="tag">
              {tag}
            </span>
          ))}
          {api !== undefined && <span class="api">{api}</span>}
        </span>
        <span class="fact">
          {spans.length > 0 ? durationText(durationMs) : ''}
          {attempts > 1 && <span class="muted"> · {numberText(attempts)} attempts</span>}
        </span>
      </a>
    </li>
  );
}

/** The range of rows that are on the screen, with some beside. */
function useVisible(list: { readonly current: HTMLElement | null }, count: number): [number, number] {
  const [range, setRange] = useState<[number, number]>([0, 40]);
  useLayoutEffect(() => {
    const update = (): void => {
      const top = list.current === null ? 0 : -list.current.getBoundingClientRect().top;
      const first = Math.max(0, Math.floor(top / ROW) - MARGIN);
      const last = Math.ceil((top + window.innerHeight) / ROW) + MARGIN;
      setRange((known) => (known[0] === first && known[1] === last ? known : [first, last]));
    };
    update();
    window.addEventListener('scroll', update, { passive: true });
    window.addEventListener('resize', update);
    return () => {
      window.removeEventListener('scroll', update);
      window.removeEventListener('resize', update);
    };
  }, [count]);
  return range;
}

/** Scrolls only if the row isn't on the screen, or is behind the header. */
function scrollTo(list: HTMLElement | null, index: number): void {
  if (list === null) return;
  const top = list.getBoundingClientRect().top + index * ROW;
  const above = document.querySelector('.filters')?.getBoundingClientRect().bottom ?? 0;
  if (top >= above && top + ROW <= window.innerHeight) return;
  window.scrollBy({ top: top - window.innerHeight / 2, behavior: 'instant' });
}
