import { countOf } from '../count-of';
import type { ScenarioResult, WorkflowRecord } from '../runner/scenario-result';
import { duration, section } from './exchange-text';
import { foreignLines, harmless, textLines } from './plain-text';

const STATES_SHOWN = 8;
const SAID = { lines: 20, characters: 2_000 };

/** Reports the workflow that a scenario waited for. */
export function workflowText({ workflow, error: failure }: ScenarioResult): string | undefined {
  if (workflow === undefined) return undefined;
  const { workflowId, runId, stopped } = workflow;
  // Don't repeat what the error already contains.
  const [error, unread] = [workflow.error, workflow.unread].map((text) =>
    text !== undefined && failure?.message.includes(text) ? undefined : text,
  );
  const lines = [
    statesText(workflow),
    error && `its error, as the server reports it:${said(error)}`,
    unread && `its result could not be read:${said(unread)}`,
    stopped && `the workflow${said(stopped)}`,
  ];
  return section(`Workflow ${harmless(workflowId)} (run ${harmless(runId)})`, lines.filter(Boolean).join('\n'));
}

function statesText({ states, polls, durationMs }: WorkflowRecord): string {
  const seen = states
    .slice(-STATES_SHOWN)
    .map(({ status, afterMs }) => `${harmless(status)} after ${duration(afterMs)}`);
  const before = states.length > STATES_SHOWN ? ['…'] : [];
  const all = seen.length === 0 ? 'no status was received' : [...before, ...seen].join(', ');
  return `${all}; polled ${countOf(polls, 'time')} in ${duration(durationMs)}`;
}

function said(text: string): string {
  const [line = '', ...more] = textLines(text, SAID);
  return more.length === 0 ? ` ${line}` : ['', ...foreignLines(text, SAID)].join('\n  ');
}
