import { isRecord } from '../validation/shape';
import { asksForOutput } from './output-fields';

/** The final statuses of a workflow run, as `GET /status` returns them. */
export const FINAL_STATES = ['COMPLETED', 'FAILED', 'CANCELED', 'TERMINATED', 'TIMED_OUT', 'CONTINUED_AS_NEW'] as const;

/** A final status of a workflow run. */
export type FinalState = (typeof FINAL_STATES)[number];

/** The keys of `$workflow` after a wait. */
export const WORKFLOW_KEYS = ['status', 'durationMs', 'result', 'error'] as const;

type Fields = Readonly<Record<string, unknown>>;

/**
 * A scenario that refers to the end of its workflow in one of these ways waits for COMPLETED, unless it names a status.
 */
const SPEAKS_OF_THE_END: readonly ((scenario: Fields) => boolean)[] = [
  ({ assertThat }) => isRecord(assertThat) && Object.keys(assertThat).some(isWorkflowPath),
  asksForOutput,
];

/** Whether a path starts at `$workflow`. */
export function isWorkflowPath(path: string): boolean {
  return path === '$workflow' || path.startsWith('$workflow.');
}

/** The final statuses that a scenario waits for; empty if it does not wait. */
export function awaitedStates(scenario: object): readonly string[] {
  const { api, waitFor } = scenario as Fields;
  if (api !== 'workflow') return [];
  if (waitFor !== undefined) return [waitFor].flat() as string[];
  return SPEAKS_OF_THE_END.some((speaks) => speaks(scenario as Fields)) ? ['COMPLETED'] : [];
}
