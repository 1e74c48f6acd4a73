import type { JSX } from 'preact';
import { durationText } from '../../duration-text';
import type { PageDetail, PageNeed } from '../../run-report/page/page-data';
import { testHash } from '../data/route';
import type { Row } from '../data/row';
import { CopyButton } from '../parts/copy-button';
import { StatusBadge } from '../parts/icon';
import { placeOf } from '../parts/test-link';
import { WithCode } from '../parts/with-code';

interface Props {
  readonly row: Row;
  readonly detail: PageDetail | undefined;
}

/** What is said of tests that didn't run and have no reason. */
const WITHOUT_REASON: Readonly<Record<string, string>> = {
  skipped: 'It was skipped, and no reason is given.',
  todo: 'It is still to be written.',
};

/** What the test is, and how it ended. */
export function TestHeader({ row, detail }: Props): JSX.Element {
  const { name, status, api, tags = [], spans, durationMs } = row;
  const place = detail?.location ?? row.place.file;
  const reason = detail?.reason ?? WITHOUT_REASON[status];
  return (
    <header class="test-head">
      <p class="muted place">{placeOf(row)}</p>
      <h1>{name}</h1>
      {detail?.description !== undefined && (
        <p class="description">
          <WithCode text={detail.description} />
        </p>
      )}
      <p class="meta">
        <StatusBadge status={status} />
        {spans.length > 0 && <span>{durationText(durationMs)}</span>}
        {spans.length === 1 && <span class="muted">{workerText(spans[0])}</span>}
        {api !== undefined && <span class="api">{api}</span>}
        {detail?.isByHand === true && <span class="muted">written by hand</span>}
        {tags.map((tag) => (
          <span key={tag} class="tag">
            {tag}
          </span>
        ))}
        <span class="where">
          <code>{place}</code>
          <CopyButton what="the place in the code" text={() => place} />
        </span>
      </p>
      {detail !== undefined && <Needs detail={detail} />}
      {reason !== undefined && <p class="callout">{reason}</p>}
      {detail?.problem !== undefined && <p class="callout bad">{detail.problem}</p>}
    </header>
  );
}

function workerText(span: Row['spans'][number] | undefined): string {
  if (span === undefined) return '';
  return `worker ${span.worker}${span.slot > 0 ? `, slot ${span.slot + 1}` : ''}`;
}

function Needs({ detail }: { readonly detail: PageDetail }): JSX.Element | null {
  const { needs, neededBy, expectedData } = detail;
  if (needs.length + neededBy.length === 0 && expectedData === undefined) return null;
  return (
    <p class="needs">
      {needs.length > 0 && <span>Needs {needs.map(NeedLink)}</span>}
      {neededBy.length > 0 && <span>Needed by {neededBy.map(NeedLink)}</span>}
      {expectedData !== undefined && (
        <span>
          Compared with <code>{expectedData}</code>
        </span>
      )}
    </p>
  );
}

/** Another scenario, with a link if it is part of the run. */
export function NeedLink({ name, id }: PageNeed): JSX.Element {
  return id === undefined ? (
    <code key={name}>{name}</code>
  ) : (
    <a key={id} href={testHash(id)}>
      {name}
    </a>
  );
}
