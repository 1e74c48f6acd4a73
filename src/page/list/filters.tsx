import type { JSX } from 'preact';
import { useMemo } from 'preact/hooks';
import { numberText } from '../../count-of';
import { statusLabel } from '../../run-report/model/test-status';
import { statusCounts, valuesOf } from '../data/filter-rows';
import { type Filter, SORTS } from '../data/route';
import type { RunData } from '../data/run-data';
import { statusKind } from '../data/status';
import { Icon } from '../parts/icon';

interface Props {
  readonly data: RunData;
  readonly filter: Filter;
  /** How many tests are shown. */
  readonly shown: number;
  readonly onChange: (changed: Partial<Filter>) => void;
  /** The search field was left by a key. */
  readonly onLeave: () => void;
}

/** The search, the filters and the order of the list. */
export function Filters({ data, filter, shown, onChange, onLeave }: Props): JSX.Element {
  const of = data.rows.length;
  return (
    <search class="filters">
      <SearchField filter={filter} onChange={onChange} onLeave={onLeave} />
      <Choices data={data} filter={filter} onChange={onChange} />
      <Statuses data={data} filter={filter} onChange={onChange} />
      <p class="shown muted" role="status">
        {shown === of ? numberText(shown) : `${numberText(shown)} of ${numberText(of)}`} {of === 1 ? 'test' : 'tests'}
      </p>
    </search>
  );
}

function Choices({ data: { rows }, filter, onChange }: Pick<Props, 'data' | 'filter' | 'onChange'>): JSX.Element {
  const { apis, tags, projects } = useMemo(
    () => ({
      apis: valuesOf(rows, ({ api }) => [api]),
      tags: valuesOf(rows, (row) => row.tags ?? []),
      projects: valuesOf(rows, ({ place }) => [place.project]),
    }),
    [rows],
  );
  return (
    <div class="choices">
      <Choice name="API" value={filter.api} values={apis} onChange={(api) => onChange({ api })} />
      <Choice name="Tag" value={filter.tag} values={tags} onChange={(tag) => onChange({ tag })} />
      <Choice name="Project" value={filter.project} values={projects} onChange={(project) => onChange({ project })} />
      <select
        aria-label="Order"
        value={filter.sort}
        onChange={({ currentTarget }) => onChange({ sort: currentTarget.value })}
      >
        {Object.entries(SORTS).map(([sort, label]) => (
          <option key={sort} value={sort}>
            {label}
          </option>
        ))}
      </select>
    </div>
  );
}

function SearchField({ filter, onChange, onLeave }: Pick<Props, 'filter' | 'onChange' | 'onLeave'>): JSX.Element {
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' && event.key !== 'Enter') return;
    event.preventDefault();
    if (event.key === 'Escape' && filter.q !== '') onChange({ q: '' });
    else if (event.currentTarget instanceof HTMLElement) {
      event.currentTarget.blur();
      onLeave();
    }
  };
  return (
    <div class="search">
      <Icon name="search" />
      <input
        id="search"
        type="search"
        placeholder="Search names, files, tags, causes"
        aria-label="Search"
        autocomplete="off"
        spellcheck={false}
        value={filter.q}
        onInput={({ currentTarget }) => onChange({ q: currentTarget.value })}
        onKeyDown={onKeyDown}
      />
      <kbd aria-hidden="true">/</kbd>
    </div>
  );
}

function Statuses({ data, filter, onChange }: Pick<Props, 'data' | 'filter' | 'onChange'>): JSX.Element {
  const counts = statusCounts(data.rows, filter);
  for (const status of filter.status) if (!counts.has(status)) counts.set(status, 0);
  const toggle = (status: string): void =>
    onChange({
      status: filter.status.includes(status)
        ? filter.status.filter((other) => other !== status)
        : [...filter.status, status],
    });
  return (
    <div class="statuses" role="group" aria-label="Status">
      {[...counts].map(([status, count]) => (
        <button
          key={status}
          type="button"
          class={`s-${statusKind(status)}`}
          aria-pressed={filter.status.includes(status)}
          onClick={() => toggle(status)}
        >
          <Icon name={statusKind(status)} />
          {statusLabel(status)} <span class="count">{numberText(count)}</span>
        </button>
      ))}
    </div>
  );
}

interface ChoiceProps {
  readonly name: string;
  readonly value: string;
  readonly values: readonly string[];
  readonly onChange: (value: string) => void;
}

/** A list of values to choose one from; absent if there is no choice. */
function Choice({ name, value, values, onChange }: ChoiceProps): JSX.Element | null {
  const all = value === '' || values.includes(value) ? values : [value, ...values];
  if (all.length === 0) return null;
  return (
    <select aria-label={name} value={value} onChange={({ currentTarget }) => onChange(currentTarget.value)}>
      <option value="">{name}: all</option>
      {all.map((each) => (
        <option key={each} value={each}>
          {each}
        </option>
      ))}
    </select>
  );
}
