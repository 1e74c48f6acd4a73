import type { JSX } from 'preact';
import type { PageRun } from '../../run-report/page/page-data';

/** The errors outside of tests. */
export function RunErrors({ run }: { readonly run: PageRun }): JSX.Element | null {
  if (run.errors.length === 0) return null;
  return (
    <section class="card wide bad" aria-labelledby="errors-title">
      <header>
        <h2 id="errors-title">Errors outside of tests</h2>
      </header>
      {run.errors.map(({ file, message }, index) => (
        <div key={index} class="run-error">
          {file !== undefined && <h3>{file}</h3>}
          <pre class="wrap" tabIndex={0} role="region" aria-label={file ?? `Error ${index + 1}`}>
            {message}
          </pre>
        </div>
      ))}
    </section>
  );
}
