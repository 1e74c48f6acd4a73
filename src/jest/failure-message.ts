import { ConnectorTestError } from '../errors';
import { checkText } from '../report/check-text';
import { CHECKS_SHOWN, failedChecks, failureText } from '../report/failure-text';
import type { ScenarioResult } from '../runner/scenario-result';
import { jestLook } from './jest-look';

/** Jest prints each of an error's `errors` with its own code frame from this version on. */
export const SHOWS_EACH_ERROR = [30, 5] as const;

/**
 * What a failed scenario's test throws. Where Jest shows each of several errors with its own lines of code, the failed
 * checks are such errors; otherwise all stand in the one message, and Jest shows the lines of the first.
 *
 * @param result Redacted; see `pruneResult` and `redactResult`.
 */
export function scenarioError(
  result: ScenarioResult,
  scenarioFrame: string | undefined,
  showsEachError: boolean,
): ConnectorTestError {
  const look = jestLook();
  const checks = failedChecks(result).slice(0, CHECKS_SHOWN);
  const apart = showsEachError && checks.length > 1;
  const what = failureText(result, { ...look, withChecks: !apart });
  const error = new ConnectorTestError('SCENARIO_FAILED', { what });
  const places = apart ? [] : [result.error?.location, ...checks.map(({ location }) => location)];
  const frames = [...places, scenarioFrame].filter((frame) => frame !== undefined);
  error.stack = [`${error.name}: ${error.message}`, ...frames].join('\n');
  if (apart)
    carryErrors(
      error,
      checks.map((check) => [checkText(check, look), check.location ?? scenarioFrame].join('\n')),
    );
  return error;
}

/** Jest's workers hand over an error's enumerable fields as JSON, so the parts are texts, and the rest is enumerable. */
function carryErrors(error: Error, errors: readonly string[]): void {
  const { message, stack } = error;
  Object.defineProperties(error, {
    message: { value: message, enumerable: true },
    stack: { value: stack, enumerable: true },
    errors: { value: errors, enumerable: true },
  });
}
