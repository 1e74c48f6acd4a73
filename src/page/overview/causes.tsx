import type { JSX } from 'preact';
import { countOf, numberText } from '../../count-of';
import { exactly, listHash } from '../data/route';
import type { Row } from '../data/row';
import { statusRank } from '../data/status';
import { StatusIcon } from '../parts/icon';
import { WithCode } from '../parts/with-code';

const SHOWN = 12;
const NO_CAUSE = 'No cause is known';

interface Cause {
  readonly note: string | undefined;
  readonly statuses: Set<string>;
  readonly rows: Row[];
}

/** Tests that did not pass, grouped by cause: 400 failures often have one. */
export function Causes({ rows }: { readonly rows: readonly Row[] }): JSX.Element {
  const causes = causesOf(rows);
  return (
    <ul>
      {causes.slice(0, SHOWN).map((cause) => (
        <CauseLink key={cause.note ?? ''} cause={cause} />
      ))}
      {causes.length > SHOWN && (
        <li class="test-link muted">and {numberText(causes.length - SHOWN)} causes with fewer tests</li>
      )}
    </ul>
  );
}

function CauseLink({ cause }: { readonly cause: Cause }): JSX.Element {
  const { note, statuses, rows } = cause;
  const [first] = rows;
  const status = [...statuses].sort((left, right) => statusRank(left) - statusRank(right));
  return (
    <li class="test-link">
      <StatusIcon status={status[0] ?? 'failed'} />
      <div class="what">
        <a href={listHash({ status, q: note === undefined ? '' : exactly(note) })} class="clamp">
          <WithCode text={note ?? NO_CAUSE} />
        </a>
        <span class="muted place">
          {first?.name}
          {rows.length > 1 && ` and ${numberText(rows.length - 1)} more`}
        </span>
      </div>
      <span class="fact">{countOf(rows.length, 'test')}</span>
    </li>
  );
}

function causesOf(rows: readonly Row[]): Cause[] {
  const causes = new Map<string | undefined, Cause>();
  for (const row of rows) {
    const cause = causes.get(row.note) ?? { note: row.note, statuses: new Set(), rows: [] };
    causes.set(row.note, cause);
    cause.rows.push(row);
    cause.statuses.add(row.status);
  }
  return [...causes.values()].sort((left, right) => right.rows.length - left.rows.length);
}
