import type { JSX } from 'preact';
import { durationText } from '../../duration-text';
import type { PageRun } from '../../run-report/page/page-data';
import { dateText } from '../data/format';
import type { Row } from '../data/row';

interface Props {
  readonly run: PageRun;
  readonly rows: readonly Row[];
}

/** When the run was, how long it took, and what it ran on. */
export function RunFacts({ run, rows }: Props): JSX.Element {
  const workers = new Set(rows.flatMap(({ spans }) => spans.map(({ worker }) => worker))).size;
  const files = new Set([...rows.map(({ place }) => place.file), ...run.errors.flatMap(({ file }) => file ?? [])]).size;
  const facts: readonly (readonly [name: string, value: string | JSX.Element | undefined])[] = [
    ['Started', run.startedAt > 0 ? dateText(run.startedAt) : undefined],
    ['Duration', durationText(run.durationMs)],
    ['Files', files > 0 ? String(files) : undefined],
    ['Workers', workers > 0 ? String(workers) : undefined],
    ['Server', run.serverUrl],
    ['Commit', run.commit && <code>{run.commit.slice(0, 12)}</code>],
    ['CI', run.ciUrl && <CiLink url={run.ciUrl} />],
    ['Versions', run.versions.join(', ')],
  ];
  return (
    <dl class="facts">
      {facts.map(
        ([name, value]) =>
          value !== undefined &&
          value !== '' && (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ),
      )}
    </dl>
  );
}

/** The only link that leads elsewhere. */
function CiLink({ url }: { readonly url: string }): JSX.Element {
  if (!/^https?:\/\//i.test(url)) return <>{url}</>;
  return (
    <a href={url} rel="noreferrer noopener" target="_blank">
      Job
    </a>
  );
}
