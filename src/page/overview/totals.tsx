import type { JSX } from 'preact';
import { countOf, numberText } from '../../count-of';
import { isFailure, statusLabel } from '../../run-report/model/test-status';
import type { PageRun } from '../../run-report/page/page-data';
import { statusCounts } from '../data/filter-rows';
import { missingShards } from '../data/missing-shards';
import { listHash, NO_FILTER } from '../data/route';
import type { Row } from '../data/row';
import { statusKind } from '../data/status';
import { Icon } from '../parts/icon';
import { WithCode } from '../parts/with-code';

interface Props {
  readonly rows: readonly Row[];
  readonly run: PageRun;
}

/** How the run ended, in one sentence, what it lacks, and the tests by status. */
export function Totals({ rows, run }: Props): JSX.Element {
  const counts = [...statusCounts(rows, NO_FILTER)];
  const missing = missingShards(run.shards);
  return (
    <section class="totals" aria-labelledby="totals-title">
      <h1 id="totals-title">{headline(rows, run)}</h1>
      {missing.length > 0 && (
        <p class="note">
          This is a part of the run: {missing.length === 1 ? 'shard' : 'shards'} {missing.slice(0, LISTED).join(', ')}
          {missing.length > LISTED && ', …'} {missing.length === 1 ? 'is' : 'are'} missing.
        </p>
      )}
      {rows.length === 0 && run.errors.length === 0 && (
        <p class="muted">
          <WithCode text={WHY_NONE} />
        </p>
      )}
      <div class="segments" aria-hidden="true">
        {counts.map(([status, count]) => (
          <span key={status} class={`s-${statusKind(status)}`} style={{ flexGrow: String(count) }} />
        ))}
      </div>
      <ul class="legend">
        {counts.map(([status, count]) => (
          <li key={status}>
            <a href={listHash({ status: [status] })} class={`s-${statusKind(status)}`}>
              <Icon name={statusKind(status)} />
              <b>{numberText(count)}</b> {statusLabel(status)}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** More missing shards are not named here, but among the shards. */
const LISTED = 10;
const WHY_NONE = 'Jest found no test. Check `testMatch`, and the names after `-t` on the command line.';

function headline(rows: readonly Row[], { success, errors, interruptedBy, shards }: PageRun): string {
  const total = numberText(rows.length);
  const bad = rows.filter(({ status }) => isFailure(status)).length;
  if (interruptedBy !== undefined) return `The run was interrupted by ${interruptedBy}`;
  if (bad > 0) return `${numberText(bad)} of ${total} ${rows.length === 1 ? 'test' : 'tests'} did not pass`;
  if (errors.length > 0) return 'The run failed outside of the tests';
  if (rows.length === 0) return 'No tests ran';
  if (!success) return 'The run failed, although no test did';
  const passed = rows.filter(({ status }) => !['skipped', 'todo'].includes(status)).length;
  if (passed === 0) return 'Every test was skipped';
  const isWhole = passed === rows.length && missingShards(shards).length === 0;
  return `${isWhole && passed > 1 ? 'All ' : ''}${countOf(passed, 'test')} passed`;
}
