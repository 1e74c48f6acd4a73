import type { ApiResponse } from '../../api-response';
import { countOf } from '../../count-of';
import { ConnectorTestError } from '../../errors';
import type { WorkflowRecord } from '../scenario-result';

/** Why a wait failed; `undefined` if an awaited status was reached. */
export function workflowError(record: WorkflowRecord, timeout: number): ConnectorTestError | undefined {
  const { ending, states, awaited } = record;
  const last = states.at(-1)?.status;
  if (ending === 'lost') return lost(record);
  if (ending === 'timeout') return tooSlow(record, timeout);
  return last !== undefined && awaited.includes(last) ? undefined : endedOtherwise(record, last ?? 'UNKNOWN');
}

function endedOtherwise({ awaited, error, unread }: WorkflowRecord, last: string): ConnectorTestError {
  const said = error === undefined ? '' : ` The server reports: ${error}`;
  const why = unread === undefined ? said.trim() : `GET …/result has no details: ${unread}`;
  return new ConnectorTestError('WORKFLOW_UNEXPECTED_STATE', {
    what: `The workflow ended as ${last}, not as ${anyOf(awaited)}.`,
    ...(why === '' ? {} : { why }),
    fix: `${FIXES[last] ?? CAUSE_IN_LOG}; if you expect this status, set \`waitFor: '${last}'\`.`,
  });
}

const CAUSE_IN_LOG = "see the app's log for the cause";
const FIXES: Readonly<Record<string, string>> = {
  TERMINATED: 'find out what stopped it while it was running',
  CANCELED: 'find out what cancelled it while it was running',
  TIMED_OUT: 'check the time limit that the app sets for its workflows',
  CONTINUED_AS_NEW: "don't wait for a workflow that continues as a new run: the server does not return that run's ID",
};

function tooSlow({ awaited, states, why, polls }: WorkflowRecord, timeout: number): ConnectorTestError {
  return new ConnectorTestError('WORKFLOW_TIMEOUT', {
    what: `The workflow was not ${anyOf(awaited)} within ${Math.round(timeout).toLocaleString('en-US')} ms.`,
    why: why ?? `after ${countOf(polls, 'poll')}, its status was still ${states.at(-1)?.status ?? 'unknown'}.`,
    fix: "check the app's log; if it only needs longer, raise `workflowTimeout`.",
  });
}

function lost({ why = '', unread }: WorkflowRecord): ConnectorTestError {
  const result = unread === undefined ? '' : `\nGET …/result failed as well: ${unread}`;
  return new ConnectorTestError('WORKFLOW_LOST', {
    what: "The workflow was started, but its status can't be read.",
    why: `${why}${result}`,
    fix: 'check that the app is still running and can reach Temporal; see its log.',
  });
}

/** The response contains no workflow. */
export function notStarted({ status }: ApiResponse): ConnectorTestError {
  return new ConnectorTestError('WORKFLOW_NOT_STARTED', {
    what: 'There is no workflow to wait for.',
    why: `the response has status ${status}, but no data.workflow_id and data.run_id.`,
    fix: 'see the response below. If the scenario expects the start to be rejected, remove `waitFor` and `$workflow`.',
  });
}

function anyOf(states: readonly string[]): string {
  return states.join(' or ');
}
