import type { JSX } from 'preact';
import { durationText } from '../../duration-text';
import type { ShardRecord } from '../../run-report/model/run-model';
import { dateText } from '../data/format';
import { missingShards } from '../data/missing-shards';

/** The shards that the run consists of, and those that are missing. */
export function Shards({ shards }: { readonly shards: readonly ShardRecord[] }): JSX.Element | null {
  const count = shards[0]?.count ?? 0;
  if (count === 0) return null;
  const missing = missingShards(shards);
  return (
    <section class="card">
      <header>
        <h2>Shards</h2>
      </header>
      <ul>
        {shards.map(({ index, startedAt, durationMs }) => (
          <li key={index} class="test-link">
            <span class="what">
              {index}/{count} <span class="muted">{dateText(startedAt)}</span>
            </span>
            <span class="fact">{durationText(durationMs)}</span>
          </li>
        ))}
        {missing.length > 0 && (
          <li class="test-link">
            <span class="what note">Missing: {missing.join(', ')}</span>
          </li>
        )}
      </ul>
    </section>
  );
}
