import type { JSX } from 'preact';
import { testHash } from '../data/route';
import type { Row } from '../data/row';
import { statusKind } from '../data/status';
import { StatusIcon } from './icon';
import { WithCode } from './with-code';

interface Props {
  readonly row: Row;
  /** What else to show, at the end of the line. */
  readonly fact?: string | undefined;
  /** Whether to show why it didn't pass. */
  readonly withNote?: boolean | undefined;
}

/** A test in a list of an overview. */
export function TestLink({ row, fact, withNote = false }: Props): JSX.Element {
  return (
    <li class={`test-link s-${statusKind(row.status)}`}>
      <StatusIcon status={row.status} />
      <div class="what">
        <span class="line-of">
          <a href={testHash(row.id)}>{row.name}</a> <span class="muted place">{placeOf(row)}</span>
        </span>
        {withNote && row.note !== undefined && (
          <span class="note clamp">
            <WithCode text={row.note} />
          </span>
        )}
      </div>
      {fact !== undefined && <span class="fact">{fact}</span>}
    </li>
  );
}

/** `tests/auth.test.ts › a block`. */
export function placeOf({ place }: Row): string {
  return [place.project, place.file, ...place.ancestors].filter(Boolean).join(' › ');
}
