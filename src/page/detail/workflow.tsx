import type { JSX } from 'preact';
import { countOf } from '../../count-of';
import { durationText } from '../../duration-text';
import type { PageWorkflow } from '../../run-report/page/page-data';
import { JsonView } from './json-view';

/** The workflow that a scenario waited for, and its statuses over time. */
export function Workflow({ workflow }: { readonly workflow: PageWorkflow }): JSX.Element {
  const { workflowId, runId, awaited, ending, states, durationMs, polls, notes } = workflow;
  return (
    <section class="card">
      <header>
        <h2>
          Workflow <span class="muted">{ENDINGS[ending] ?? ending}</span>
        </h2>
        <span class="muted">
          {durationText(durationMs)}, {countOf(polls, 'poll')}
        </span>
      </header>
      <div class="inside">
        <p class="muted wrap">
          <code>{workflowId}</code> (run <code>{runId}</code>), awaited: {awaited.join(', ')}
        </p>
        <ol class="states">
          {states.map(({ status, afterMs }, index) => (
            <li key={index} style={{ flexGrow: String(shareOf(workflow, index)) }}>
              <b>{status}</b>
              <span class="muted">after {durationText(afterMs)}</span>
            </li>
          ))}
        </ol>
        {notes.map((note) => (
          <pre key={note} class="wrap">
            {note}
          </pre>
        ))}
        {'result' in workflow && <JsonView value={workflow.result} label="The result of the workflow" />}
      </div>
    </section>
  );
}

const ENDINGS: Readonly<Record<string, string>> = {
  final: 'reached a final status',
  timeout: 'was still running at the end of the wait',
  lost: 'could not be followed',
};

/** The share of a status in the whole time, with a minimum so that its name fits. */
function shareOf({ states, durationMs }: PageWorkflow, index: number): number {
  const [from, to] = [states[index]?.afterMs ?? 0, states[index + 1]?.afterMs ?? durationMs];
  return Math.max(0.15, (to - from) / Math.max(1, durationMs));
}
