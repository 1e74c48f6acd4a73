import type { JSX } from 'preact';
import type { PageStrength } from '../../run-report/page/page-data';
import { CopyButton } from '../parts/copy-button';
import { WithCode } from '../parts/with-code';

/** Which broken responses the scenario would accept, and the checks to add. */
export function Strength({ strength }: { readonly strength: PageStrength }): JSX.Element {
  const { summary, accepts, checks, fields, unchecked } = strength;
  return (
    <section class="card">
      <header>
        <h2>
          Strength <span class="muted">{summary}</span>
        </h2>
      </header>
      {accepts.length > 0 && (
        <div class="inside">
          <h3>It would accept</h3>
          <ul>
            {accepts.map((what) => (
              <li key={what}>
                <WithCode text={what} />
              </li>
            ))}
          </ul>
          <Code title="Add to `assertThat`" code={checks} />
          <Code title="Add to the scenario" code={fields} />
        </div>
      )}
      {unchecked.length > 0 && (
        <details class="inside">
          <summary>Changes that no check notices</summary>
          <ul>
            {unchecked.map((field) => (
              <li key={field}>{field}</li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

function Code({ title, code }: { readonly title: string; readonly code: string }): JSX.Element | null {
  if (code === '') return null;
  return (
    <>
      <h3>
        <WithCode text={title} /> <CopyButton what="the code" text={() => code} />
      </h3>
      <pre class="wrap">{code}</pre>
    </>
  );
}
