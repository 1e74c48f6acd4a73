import type { JSX } from 'preact';
import type { PageCheck } from '../../run-report/page/page-data';
import { CopyButton } from '../parts/copy-button';
import { StatusIcon } from '../parts/icon';

interface Props {
  readonly checks: readonly PageCheck[];
  readonly leftOut: number;
}

/** The checks, failed ones first. */
export function Checks({ checks, leftOut }: Props): JSX.Element {
  const failed = checks.filter(({ passed }) => !passed);
  const passed = checks.filter((check) => check.passed);
  const count = failed.length === 0 ? `${checks.length} passed` : `${failed.length} of ${checks.length} failed`;
  return (
    <section class="card">
      <header>
        <h2>
          Checks <span class="muted">{count}</span>
        </h2>
      </header>
      <ul class="checks">
        {[...failed, ...passed].map((check, index) => (
          <Check key={index} check={check} />
        ))}
      </ul>
      {leftOut > 0 && <p class="muted inside">{leftOut} more checks are not listed.</p>}
    </section>
  );
}

/** A check that passed received what was expected: an equal value is shown once. */
function worthShowing({ passed, facts }: PageCheck): PageCheck['facts'] {
  const expected = facts.find(([label]) => label === 'expected')?.[1] ?? '';
  return facts.filter(([label, text]) => !passed || label !== 'received' || !expected.endsWith(text));
}

function Check({ check }: { readonly check: PageCheck }): JSX.Element {
  const { path, passed, difference, location } = check;
  return (
    <li class={passed ? 'passed' : 'failed'}>
      <StatusIcon status={passed ? 'passed' : 'failed'} />
      <div class="what">
        <div class="path">
          <code>{path === '' ? 'the whole response' : path}</code>
          {path !== '' && <CopyButton what={`the path ${path}`} text={() => path} />}
          {location !== undefined && <span class="muted place">{location}</span>}
        </div>
        <dl>
          {worthShowing(check).map(([label, text]) => (
            <div key={label} class={`fact-${label.replaceAll(' ', '-')}`}>
              <dt>{label}</dt>
              <dd>{text}</dd>
            </div>
          ))}
        </dl>
        {difference !== undefined && <Difference text={difference} />}
      </div>
    </li>
  );
}

/** Lines that begin with `-` are expected, and those that begin with `+` received. */
function Difference({ text }: { readonly text: string }): JSX.Element {
  return (
    <pre class="difference">
      {text.split('\n').map((line, index) => (
        <span key={index} class={line.startsWith('-') ? 'minus' : line.startsWith('+') ? 'plus' : ''}>
          {`${line}\n`}
        </span>
      ))}
    </pre>
  );
}
