import { thrownReason } from '../assertions/values/print';
import { defined } from '../defined';
import { isConnectorTestError, isErrorLike, stackFrames, withoutPointer } from '../errors';
import type { AnyApiScenario } from '../scenario/scenario';
import type { ErrorRecord, ScenarioResult } from './scenario-result';

/** The result of a scenario that could not run, for example because its `beforeScenario` threw. */
export function failedResult(scenario: AnyApiScenario, thrown: unknown): ScenarioResult {
  const { name, api } = scenario;
  return {
    name,
    api,
    success: false,
    status: 'failed',
    durationMs: 0,
    attempts: 0,
    outcomes: [],
    error: errorRecord(thrown),
  };
}

/** Adds a later failure to a result and keeps its own. */
export function alsoFailed(result: ScenarioResult, what: string, thrown: unknown): ScenarioResult {
  const later = errorRecord(thrown);
  const first = result.error;
  const message =
    first === undefined ? later.message : `${withoutPointer(first.message)}\n\n${what} also failed: ${later.message}`;
  return { ...result, success: false, status: 'failed', error: { ...later, ...first, message } };
}

/** The error record of a thrown value. */
export function errorRecord(thrown: unknown): ErrorRecord {
  if (!isErrorLike(thrown)) return { code: 'UNKNOWN', message: thrownReason(thrown) };
  const location = stackFrames(thrown).find((frame) => !frame.includes('node_modules'));
  const { code, why } = isConnectorTestError(thrown) ? thrown : { code: 'UNKNOWN', why: undefined };
  return { code, message: thrown.message, ...defined({ why, location }) };
}
