import { isRefused } from '../apis/response/is-refused';
import { isRecord } from '../validation/shape';
import { unusable } from './broken-responses';
import { withValue } from './edit';
import type { Mutant, Observation } from './observation';
import { checkPlaces, withChecks } from './preflight-checks';
import { statusFields, succeededStatus } from './status-words';

/** The fields that only a refusal has. */
const REFUSAL_FIELDS = ['error', 'errors', 'detail', 'details'];

const STARTED = { workflow_id: 'workflow-1', run_id: '00000000-0000-4000-8000-000000000000' };

/** Whether the response is a refusal: then a broken connector is one that accepts. */
export function isRefusal(observation: Observation): boolean {
  return isRefused(observation) || statusFields(observation.body).failed.length > 0;
}

/** What a broken connector returns instead of a refusal. */
export function falseSuccesses(observation: Observation, api: string): Mutant[] {
  const { body } = observation;
  const path = isRecord(body) && 'success' in body ? 'success' : '$http.status';
  const succeeded = (what: string, mutated: unknown): Mutant => ({
    ...{ what, path },
    observation: { ...observation, status: 200, body: mutated },
  });
  return [
    succeeded('a success with status 200', healed(body, api)),
    succeeded('a success with status 200 and no data', plainSuccess({})),
    ...(api === 'workflow' ? [succeeded('a workflow is started', plainSuccess(STARTED))] : []),
    ...unusable(observation, api),
  ];
}

/** The failed checks of a preflight that passed otherwise. */
export function hiddenFailures(observation: Observation, api: string): Mutant[] {
  const { body } = observation;
  const failed = api === 'preflight' ? checkPlaces(body).filter(({ passed }) => !passed) : [];
  const [first] = failed;
  if (first === undefined) return [];
  const path = first.keys.slice(0, -1).join('.');
  return [
    {
      what: 'every preflight check passed',
      path,
      observation: { ...observation, body: withChecks(body, failed, true) },
    },
  ];
}

function plainSuccess(data: Readonly<Record<string, string>>): unknown {
  return { success: true, message: 'Success', data };
}

/** The response as a success: no error, and what failed in it has succeeded. */
function healed(body: unknown, api: string): unknown {
  if (!isRecord(body)) return plainSuccess({});
  const failed = api === 'preflight' ? checkPlaces(body).filter(({ passed }) => !passed) : [];
  const passed = withChecks(body, failed, true);
  const statuses = statusFields(passed).failed.reduce(
    (changed, { keys, value }) => withValue(changed, keys, succeededStatus(value, api)),
    passed,
  ) as Readonly<Record<string, unknown>>;
  const kept = Object.entries(statuses).filter(([field]) => !REFUSAL_FIELDS.includes(field));
  return { ...Object.fromEntries(kept), success: true, message: 'Success' };
}
