import { isRecord } from '../validation/shape';
import { asksForOutput } from './output-fields';

/** The states in which a run of a workflow has ended, as `GET /status` names them. */
export const FINAL_STATES = ['COMPLETED', 'FAILED', 'CANCELED', 'TERMINATED', 'TIMED_OUT', 'CONTINUED_AS_NEW'] as const;

/** A state in which a run of a workflow has ended. */
export type FinalState = (typeof FINAL_STATES)[number];

/** What `$workflow` has after a wait. */
export const WORKFLOW_KEYS = ['status', 'durationMs', 'result', 'error'] as const;

type Fields = Readonly<Record<string, unknown>>;

/** What is said about the end of a workflow: a scenario that says any of it waits, for COMPLETED unless it names a state. */
const SPEAKS_OF_THE_END: readonly ((scenario: Fields) => boolean)[] = [
  ({ assertThat }) => isRecord(assertThat) && Object.keys(assertThat).some(isWorkflowPath),
  asksForOutput,
];

/** Whether a path starts at `$workflow`. */
export function isWorkflowPath(path: string): boolean {
  return path === '$workflow' || path.startsWith('$workflow.');
}

/** The states that a scenario waits for; none when it does not wait. */
export function awaitedStates(scenario: object): readonly string[] {
  const { api, waitFor } = scenario as Fields;
  if (api !== 'workflow') return [];
  if (waitFor !== undefined) return [waitFor].flat() as string[];
  return SPEAKS_OF_THE_END.some((speaks) => speaks(scenario as Fields)) ? ['COMPLETED'] : [];
}
