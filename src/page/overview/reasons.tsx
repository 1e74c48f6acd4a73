import type { JSX } from 'preact';
import { numberText } from '../../count-of';
import { listHash } from '../data/route';
import type { Row } from '../data/row';

interface Props {
  readonly rows: readonly Row[];
  readonly status: string;
  readonly title: string;
}

/** Why tests have a status, the most frequent reason first. */
export function Reasons({ rows, status, title }: Props): JSX.Element | null {
  const counts = new Map<string, number>();
  for (const row of rows) {
    if (row.status !== status) continue;
    const reason = row.note ?? 'No reason is known';
    counts.set(reason, (counts.get(reason) ?? 0) + 1);
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
            <li key={reason} class="test-link">
              <span class="what">{reason}</span>
              <span class="fact">{numberText(count)}</span>
            </li>
          ))}
      </ul>
    </section>
  );
}
