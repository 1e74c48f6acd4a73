import { isRecord } from '../validation/shape';
import type { Mutant, Observation } from './observation';

/** The key of `strength.accept` for a workflow that writes nothing. */
const OUTPUT_PATH = '$workflow.output';
const DEEPEST = 5;

/** What a broken connector does after it has started the workflow. Its response stays the same. */
export function brokenEnds(observation: Observation): Mutant[] {
  const { end } = observation;
  if (end === undefined) return [];
  if (end !== 'COMPLETED') return [ended('the workflow completes', observation, 'COMPLETED')];
  return [ended('the workflow fails after its start', observation, 'FAILED'), withoutRecords(observation)];
}

function ended(what: string, observation: Observation, end: string): Mutant {
  const { workflow } = observation;
  const { result: _result, error: _error, ...rest } = workflow ?? {};
  const outcome = end === 'COMPLETED' ? { result: {} } : { error: 'The activity failed.' };
  return {
    ...{ what, path: '$workflow.status' },
    observation: { ...observation, end, ...(workflow && { workflow: { ...rest, ...outcome, status: end } }) },
  };
}

function withoutRecords(observation: Observation): Mutant {
  const { workflow } = observation;
  const isCounted = workflow !== undefined && 'result' in workflow;
  return {
    ...{ what: 'the workflow completes without any records', path: OUTPUT_PATH },
    observation: {
      ...observation,
      isOutputEmpty: true,
      ...(isCounted && { workflow: { ...workflow, result: withoutCounts(workflow['result'], 0) } }),
    },
  };
}

/** All numbers are 0. */
function withoutCounts(value: unknown, depth: number): unknown {
  if (typeof value === 'number' || typeof value === 'bigint') return 0;
  if (depth === DEEPEST || typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((item) => withoutCounts(item, depth + 1));
  if (!isRecord(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, withoutCounts(item, depth + 1)]));
}
