import type { JSX } from 'preact';
import type { ApiCoverage } from '../../run-report/model/coverage';
import { outcomesText } from '../coverage/outcomes-text';

/** How many response fields of each API are checked. */
export function CoverageSummary({ coverage }: { readonly coverage: readonly ApiCoverage[] }): JSX.Element | null {
  if (coverage.every(({ accepted, refused, failed }) => accepted + refused + failed === 0)) return null;
  return (
    <section class="card">
      <header>
        <h2>Coverage</h2>
        <a href="#/coverage" aria-label="Show fields: coverage">
          Show fields
        </a>
      </header>
      <ul>
        {coverage.map((api) => (
          <li key={api.api} class="test-link">
            <span class="what">
              <span>{api.api}</span>
              <span class="muted">{outcomesText(api)}</span>
            </span>
            <span class="fact">{fieldsText(api)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function fieldsText({ fields }: ApiCoverage): string {
  if (fields.length === 0) return '';
  const checked = fields.filter((field) => field.checked + field.checkedAsPart > 0).length;
  return `${checked} of ${fields.length} fields checked`;
}
