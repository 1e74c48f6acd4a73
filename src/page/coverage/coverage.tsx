import type { JSX } from 'preact';
import { countOf, numberText } from '../../count-of';
import type { ApiCoverage } from '../../run-report/model/coverage';
import type { FieldCoverage } from '../../run-report/model/field-coverage';
import { listHash } from '../data/route';
import type { RunData } from '../data/run-data';
import { outcomesText } from './outcomes-text';

interface Props {
  readonly data: RunData;
  readonly onlyUnchecked: boolean;
  readonly onChange: (onlyUnchecked: boolean) => void;
}

/** The APIs that the run called, and the response fields that it checked. */
export function Coverage({ data, onlyUnchecked, onChange }: Props): JSX.Element {
  return (
    <>
      <section class="lead">
        <h1>Coverage</h1>
        <p class="muted">
          The APIs that were called, the fields of their responses, and how many scenarios check each field. Checks of
          tests written by hand aren’t known.
        </p>
        <label class="check">
          <input
            type="checkbox"
            checked={onlyUnchecked}
            onChange={({ currentTarget }) => onChange(currentTarget.checked)}
          />
          Only fields that no scenario checks
        </label>
      </section>
      {data.index.coverage.map((api) => (
        <Api key={api.api} api={api} onlyUnchecked={onlyUnchecked} />
      ))}
    </>
  );
}

interface ApiProps {
  readonly api: ApiCoverage;
  readonly onlyUnchecked: boolean;
}

function Api({ api, onlyUnchecked }: ApiProps): JSX.Element {
  const shown = onlyUnchecked ? api.fields.filter((field) => stateOf(field) === 'none') : api.fields;
  return (
    <section class="card wide">
      <header>
        <h2>
          {api.api}{' '}
          <span class="muted">
            {api.scenarios > 0 && `${countOf(api.scenarios, 'scenario')}: `}
            {outcomesText(api)}
          </span>
        </h2>
        {api.scenarios > 0 && (
          <a href={listHash({ api: api.api })} aria-label={`Show tests: ${api.api}`}>
            Show tests
          </a>
        )}
      </header>
      {shown.length > 0 && <Fields fields={shown} />}
      {api.fields.length > 0 && shown.length === 0 && <p class="muted inside">Every field is checked.</p>}
      {api.fieldsLeftOut > 0 && <p class="muted inside">{numberText(api.fieldsLeftOut)} more fields are not listed.</p>}
    </section>
  );
}

function Fields({ fields }: { readonly fields: readonly FieldCoverage[] }): JSX.Element {
  return (
    <div class="scroll">
      <table class="fields">
        <thead>
          <tr>
            <th scope="col">Field</th>
            <th scope="col">Responses</th>
            <th scope="col">Checked by</th>
          </tr>
        </thead>
        <tbody>
          {fields.map((field) => (
            <tr key={field.path} class={`c-${stateOf(field)}`}>
              <td>
                <code>{field.path}</code>
              </td>
              <td>{numberText(field.seen)}</td>
              <td>{checkedText(field)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function stateOf({ checked, checkedAsPart }: FieldCoverage): 'full' | 'part' | 'none' {
  return checked > 0 ? 'full' : checkedAsPart > 0 ? 'part' : 'none';
}

function checkedText({ checked, checkedAsPart }: FieldCoverage): string {
  if (checked > 0) return countOf(checked, 'scenario');
  return checkedAsPart > 0 ? `${numberText(checkedAsPart)}, only as part of another value` : 'none';
}
