import type { ApiResponse } from '../../api-response';
import { ConnectorTestError } from '../../errors';
import type { WorkflowRecord } from '../scenario-result';

/** Why a wait was in vain; `undefined` when an awaited state was reached. */
export function workflowError(record: WorkflowRecord, timeout: number): ConnectorTestError | undefined {
  const { ending, states, awaited } = record;
  const last = states.at(-1)?.status;
  if (ending === 'lost') return lost(record);
  if (ending === 'timeout') return tooSlow(record, timeout);
  return last !== undefined && awaited.includes(last) ? undefined : endedOtherwise(record, last ?? 'UNKNOWN');
}

function endedOtherwise({ awaited, error, unread }: WorkflowRecord, last: string): ConnectorTestError {
  const said = error === undefined ? '' : ` The server says: ${error}`;
  const why = unread === undefined ? said.trim() : `GET …/result could not tell more: ${unread}`;
  return new ConnectorTestError('WORKFLOW_UNEXPECTED_STATE', {
    what: `The workflow ended as ${last}, not as ${anyOf(awaited)}.`,
    ...(why === '' ? {} : { why }),
    fix: `${FIXES[last] ?? CAUSE_IN_LOG}; if this is the end that you expect, say so: \`waitFor: '${last}'\`.`,
  });
}

const CAUSE_IN_LOG = 'what the app wrote into its log meanwhile has the cause';
const FIXES: Readonly<Record<string, string>> = {
  TERMINATED: 'somebody stopped it while it ran',
  CANCELED: 'somebody cancelled it while it ran',
  TIMED_OUT: 'a time limit that the app sets for its workflows was reached',
  CONTINUED_AS_NEW: 'it goes on as another run, which the server does not name and nobody can wait for',
};

function tooSlow({ awaited, states, why, polls }: WorkflowRecord, timeout: number): ConnectorTestError {
  return new ConnectorTestError('WORKFLOW_TIMEOUT', {
    what: `The workflow was not ${anyOf(awaited)} within ${Math.round(timeout).toLocaleString('en-US')} ms.`,
    why: why ?? `after ${polls} looks it was still ${states.at(-1)?.status ?? 'in no known state'}.`,
    fix: 'look at what the app wrote meanwhile; if it only needs longer, raise `workflowTimeout`.',
  });
}

function lost({ why = '', unread }: WorkflowRecord): ConnectorTestError {
  const result = unread === undefined ? '' : `\nGET …/result did not tell either: ${unread}`;
  return new ConnectorTestError('WORKFLOW_LOST', {
    what: 'The workflow was started, and its state cannot be known.',
    why: `${why}${result}`,
    fix: 'is the app still up, and can it reach Temporal? Its log says more.',
  });
}

/** The start brought no workflow. */
export function notStarted({ status }: ApiResponse): ConnectorTestError {
  return new ConnectorTestError('WORKFLOW_NOT_STARTED', {
    what: 'There is no workflow to wait for.',
    why: `the answer has status ${status}, and no data.workflow_id with data.run_id.`,
    fix: 'look at the answer below; a scenario that expects a refusal waits for nothing: leave out `waitFor` and `$workflow`.',
  });
}

function anyOf(states: readonly string[]): string {
  return states.join(' or ');
}
