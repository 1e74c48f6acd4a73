import type { JSX } from 'preact';
import { numberText } from '../../count-of';
import { exactly, listHash } from '../data/route';
import type { Row } from '../data/row';

interface Props {
  readonly rows: readonly Row[];
  readonly status: string;
  readonly title: string;
}

/** Why tests have a status, the most frequent reason first. */
export function Reasons({ rows, status, title }: Props): JSX.Element | null {
  const counts = new Map<string | undefined, number>();
  for (const row of rows) {
    if (row.status === status) counts.set(row.note, (counts.get(row.note) ?? 0) + 1);
  }
  if (counts.size === 0) return null;
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
  return (
    <section class="card">
      <header>
        <h2>
          {title} ({numberText(total)})
        </h2>
        <a href={listHash({ status: [status] })} aria-label={`Show all: ${title}`}>
          Show all
        </a>
      </header>
      <ul>
        {[...counts]
          .sort(([, left], [, right]) => right - left)
          .map(([reason, count]) => (
            <li key={reason ?? ''} class="test-link">
              <span class="what">
                {reason === undefined ? (
                  'No reason is given'
                ) : (
                  <a href={listHash({ status: [status], q: exactly(reason) })}>{reason}</a>
                )}
              </span>
              <span class="fact">{numberText(count)}</span>
            </li>
          ))}
      </ul>
    </section>
  );
}
