import type { JSX } from 'preact';
import { countOf, numberText } from '../../count-of';
import { exactly, listHash } from '../data/route';
import type { Row } from '../data/row';
import { statusRank } from '../data/status';
import { StatusIcon } from '../parts/icon';
import { TestLink } from '../parts/test-link';
import { WithCode } from '../parts/with-code';

const SHOWN = 12;
const NO_CAUSE = 'No cause is known';

interface Cause {
  readonly note: string | undefined;
  readonly statuses: Set<string>;
  readonly rows: Row[];
  /** Whether all of them only failed because something before them did. */
  readonly isConsequence: boolean;
}

/** Tests that did not pass, grouped by cause: 400 failures often have one. What follows from another failure comes last. */
export function Causes({ rows }: { readonly rows: readonly Row[] }): JSX.Element {
  const causes = causesOf(rows);
  return (
    <ul>
      {causes.slice(0, SHOWN).map((cause) => {
        const [only, ...more] = cause.rows;
        if (only === undefined || more.length > 0) return <CauseLink key={cause.note ?? ''} cause={cause} />;
        return <TestLink key={only.id} row={only} withNote />;
      })}
      {causes.length > SHOWN && <li class="test-link muted">and {countOf(causes.length - SHOWN, 'more cause')}</li>}
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
  const causes = new Map<string, Cause>();
  for (const row of rows) {
    const { note, status, isConsequence = false } = row;
    const key = JSON.stringify([isConsequence, note]);
    const cause = causes.get(key) ?? { note, statuses: new Set(), rows: [], isConsequence };
    causes.set(key, cause);
    cause.rows.push(row);
    cause.statuses.add(status);
  }
  return [...causes.values()].sort(
    (left, right) => Number(left.isConsequence) - Number(right.isConsequence) || right.rows.length - left.rows.length,
  );
}
