import type { JSX } from 'preact';
import { numberText } from '../../count-of';
import { scoreText, sumOfScores } from '../../strength/score';
import { testHash } from '../data/route';
import type { Row } from '../data/row';
import { blockStrengths, type StrengthOfBlock } from './block-strengths';

const SHOWN = 12;

/** How many broken responses the scenarios would notice: of the run, and of each block. */
export function StrengthSummary({ rows }: { readonly rows: readonly Row[] }): JSX.Element | null {
  const blocks = blockStrengths(rows);
  if (blocks.length === 0) return null;
  return (
    <section class="card">
      <header>
        <h2>
          Strength{' '}
          <span class="muted">{scoreText(sumOfScores(blocks.map(({ score }) => score)))} broken responses noticed</span>
        </h2>
      </header>
      <ul>
        {blocks.slice(0, SHOWN).map((block) => (
          <Block key={block.group} block={block} />
        ))}
        {blocks.length > SHOWN && (
          <li class="test-link muted">and {numberText(blocks.length - SHOWN)} blocks with higher scores</li>
        )}
      </ul>
    </section>
  );
}

function Block({ block: { place, score, weakest } }: { readonly block: StrengthOfBlock }): JSX.Element {
  const { project, file, ancestors } = place;
  const [name, ...rest] = ancestors.length > 0 ? [ancestors.join(' › '), project, file] : [file, project];
  return (
    <li class="test-link">
      <div class="what">
        <span class="line-of">
          {name} <span class="muted place">{rest.filter(Boolean).join(' › ')}</span>
        </span>
        {weakest !== undefined && (
          <span class="line-of place">
            <span class="muted">Weakest</span> <a href={testHash(weakest.id)}>{weakest.name}</a>{' '}
            <span class="muted">{scoreText(weakest.strength)}</span>
          </span>
        )}
      </div>
      <span class="fact">{scoreText(score)}</span>
    </li>
  );
}
