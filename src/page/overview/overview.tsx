import type { JSX } from 'preact';
import { countOf, numberText } from '../../count-of';
import { durationText } from '../../duration-text';
import { isFailure, STATUS_ORDER } from '../../run-report/model/test-status';
import { listHash } from '../data/route';
import type { Row } from '../data/row';
import type { RunData } from '../data/run-data';
import { statusRank } from '../data/status';
import { TestLink } from '../parts/test-link';
import type { Theme } from '../parts/theme';
import { Causes } from './causes';
import { CoverageSummary } from './coverage-summary';
import { Reasons } from './reasons';
import { RunErrors } from './run-errors';
import { RunFacts } from './run-facts';
import { Shards } from './shards';
import { StrengthSummary } from './strength-summary';
import { TimelineChart } from './timeline-chart';
import { Totals } from './totals';

const SHOWN = 8;
/** More failures are grouped by cause. */
const MOST_LISTED = 10;

/** The run as a whole. */
export function Overview({ data, theme }: { readonly data: RunData; readonly theme: Theme }): JSX.Element {
  const { rows, index } = data;
  const bad = rows.filter(({ status }) => isFailure(status)).sort((left, right) => urgency(left) - urgency(right));
  const ran = rows.filter(({ spans }) => spans.length > 0);
  const flaky = rows.filter(({ status }) => status === 'flaky');
  return (
    <>
      <Totals rows={rows} run={index.run} />
      <RunFacts run={index.run} rows={rows} />
      <RunErrors run={index.run} />
      <Failures rows={bad} />
      {ran.length > 0 && <TimelineChart rows={ran} theme={theme} />}
      <div class="cards">
        {ran.length > 0 && <Slowest rows={ran} />}
        {flaky.length > 0 && (
          <Card title={`Flaky (${numberText(flaky.length)})`} href={listHash({ status: ['flaky'] })}>
            <ul>
              {flaky.slice(0, SHOWN).map((row) => (
                <TestLink key={row.id} row={row} withNote fact={countOf(row.attempts ?? row.spans.length, 'attempt')} />
              ))}
            </ul>
          </Card>
        )}
        <Reasons rows={rows} status="skipped" title="Skipped" />
        <StrengthSummary rows={rows} />
        <CoverageSummary coverage={index.coverage} />
        <Shards shards={index.run.shards} />
      </div>
    </>
  );
}

/** What only failed because of something before it comes last. */
function urgency({ status, isConsequence }: Row): number {
  return statusRank(status) + (isConsequence === true ? STATUS_ORDER.length : 0);
}

function Slowest({ rows }: { readonly rows: readonly Row[] }): JSX.Element {
  const slowest = rows.toSorted((left, right) => right.durationMs - left.durationMs).slice(0, SHOWN);
  return (
    <Card title="Slowest" href={listHash({ sort: 'slowest' })}>
      <ul>
        {slowest.map((row) => (
          <TestLink key={row.id} row={row} fact={durationText(row.durationMs)} />
        ))}
      </ul>
    </Card>
  );
}

function Failures({ rows }: { readonly rows: readonly Row[] }): JSX.Element | null {
  if (rows.length === 0) return null;
  const statuses = [...new Set(rows.map(({ status }) => status))];
  return (
    <Card title={`To fix (${numberText(rows.length)})`} href={listHash({ status: statuses })} wide>
      {rows.length > MOST_LISTED ? (
        <Causes rows={rows} />
      ) : (
        <ul>
          {rows.map((row) => (
            <TestLink key={row.id} row={row} withNote />
          ))}
        </ul>
      )}
    </Card>
  );
}

interface CardProps {
  readonly title: string;
  readonly href: string;
  readonly wide?: boolean;
  readonly children: JSX.Element;
}

/** A short list with a link to the whole one. */
function Card({ title, href, wide = false, children }: CardProps): JSX.Element {
  return (
    <section class={`card${wide ? ' wide' : ''}`}>
      <header>
        <h2>{title}</h2>
        <a href={href} aria-label={`Show all: ${title}`}>
          Show all
        </a>
      </header>
      {children}
    </section>
  );
}
