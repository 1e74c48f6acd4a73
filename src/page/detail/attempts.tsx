import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { durationText } from '../../duration-text';
import type { PageDetail } from '../../run-report/page/page-data';
import type { Row } from '../data/row';
import { StatusIcon } from '../parts/icon';
import { Attempt } from './attempt';

interface Props {
  readonly row: Row;
  readonly detail: PageDetail;
}

/** The attempts of a test, the last one first to be seen. */
export function Attempts({ row, detail }: Props): JSX.Element | null {
  const { attempts } = detail;
  const [chosen, setChosen] = useState(attempts.length - 1);
  const attempt = attempts[chosen];
  if (attempt === undefined) return null;
  return (
    <>
      {attempts.length > 1 && (
        <div class="statuses" role="group" aria-label="Attempts">
          {attempts.map(({ status }, index) => (
            <button key={index} type="button" aria-pressed={index === chosen} onClick={() => setChosen(index)}>
              <StatusIcon status={status} /> Attempt {index + 1}{' '}
              <span class="count">{durationText(row.spans[index]?.durationMs ?? 0)}</span>
            </button>
          ))}
        </div>
      )}
      <Attempt key={chosen} attempt={attempt} />
    </>
  );
}
