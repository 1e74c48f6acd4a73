import type { ComponentChildren, JSX } from 'preact';
import type { PageAttempt } from '../../run-report/page/page-data';
import { WithCode } from '../parts/with-code';
import { Checks } from './checks';
import { Exchange } from './exchange';
import { JsonView } from './json-view';
import { Strength } from './strength';
import { NeedLink } from './test-header';
import { Workflow } from './workflow';

/** An attempt: what failed and why, and what was sent and received. */
export function Attempt({ attempt }: { readonly attempt: PageAttempt }): JSX.Element {
  const { checks, checksLeftOut, exchanges, workflow, given } = attempt;
  const marks = checks.flatMap(({ at, passed, missing }) => (at === undefined ? [] : [{ at, passed, missing }]));
  const isEmpty = exchanges.length + checks.length + attempt.failures.length === 0 && attempt.error === undefined;
  return (
    <div class="attempt">
      <div class="why">
        <Causes attempt={attempt} />
        {checks.length > 0 && <Checks checks={checks} leftOut={checksLeftOut} />}
        <Texts attempt={attempt} />
        {attempt.strength !== undefined && <Strength strength={attempt.strength} />}
        {isEmpty && <p class="muted">It sent no request with a client of jest-connector.</p>}
      </div>
      <div class="what-happened">
        {exchanges.map((exchange, index) => (
          <Exchange
            key={index}
            exchange={exchange}
            marks={marks}
            isOpen={index === exchanges.length - 1 || index < 3}
          />
        ))}
        {workflow !== undefined && <Workflow workflow={workflow} />}
        {given.length > 0 && (
          <Section title="Values from other scenarios">
            {given.map(({ name, id, value }) => (
              <div key={name}>
                <h3>{NeedLink({ name, id })}</h3>
                <JsonView value={value} label={`The value from ${name}`} />
              </div>
            ))}
          </Section>
        )}
        {attempt.log !== undefined && <Pre text={attempt.log} />}
      </div>
    </div>
  );
}

function Causes({ attempt }: { readonly attempt: PageAttempt }): JSX.Element {
  const { hints, error, sameCause, appEnd } = attempt;
  return (
    <>
      {sameCause !== undefined && <p class="callout">The cause is the same as in {NeedLink(sameCause)}.</p>}
      {hints.map((hint) => (
        <p key={hint} class="callout hint">
          <b>Hint</b> <WithCode text={hint} />
        </p>
      ))}
      {appEnd !== undefined && <p class="callout bad">{appEnd}</p>}
      {error !== undefined && (
        <section class="callout bad">
          <b>{error.code}</b>
          <pre class="wrap">{error.message}</pre>
        </section>
      )}
    </>
  );
}

function Texts({ attempt }: { readonly attempt: PageAttempt }): JSX.Element {
  const { output, tries, failures, exchanges, checks } = attempt;
  const isAboutScenario = checks.length > 0 || attempt.error !== undefined;
  return (
    <>
      {output.map((report) => (
        <Section key={report} title="Workflow output">
          <pre class="wrap">{report}</pre>
        </Section>
      ))}
      {tries !== undefined && <Pre text={tries} />}
      {failures.length > 0 && (
        <details open={!isAboutScenario} class="card">
          <summary>{exchanges.length > 0 && isAboutScenario ? 'The whole message' : 'Failures'}</summary>
          {failures.map(({ message, location }) => (
            <div key={message} class="inside">
              {location !== undefined && <code class="muted">{location}</code>}
              <pre class="wrap">{message}</pre>
            </div>
          ))}
        </details>
      )}
    </>
  );
}

/** A section of a failure's report: its title, and indented lines. */
function Pre({ text }: { readonly text: string }): JSX.Element {
  const [title = '', ...lines] = text.split('\n');
  return (
    <Section title={title.replace(/:$/, '')}>
      <pre class="wrap">{lines.map((line) => line.replace(/^ {4}/, '')).join('\n')}</pre>
    </Section>
  );
}

function Section({ title, children }: { readonly title: string; readonly children: ComponentChildren }): JSX.Element {
  return (
    <section class="card">
      <header>
        <h2>{title}</h2>
      </header>
      <div class="inside">{children}</div>
    </section>
  );
}
