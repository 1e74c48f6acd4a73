import type { CheckOutcome } from '../assertions/outcome';
import { outcomeText } from '../assertions/outcome-text';
import { ConnectorTestError } from '../errors';
import type { ScenarioResult } from '../runner/scenario-result';

/** Jest prints each of an error's `errors` with its own code frame from this version on. */
export const SHOWS_EACH_ERROR = [30, 5] as const;

/**
 * What a failed scenario's test throws. Where Jest shows each of several errors with its own lines of code, the failed
 * checks are such errors; otherwise all stand in the one message, and Jest shows the lines of the first.
 */
export function scenarioError(
  result: ScenarioResult,
  scenarioFrame: string | undefined,
  showsEachError: boolean,
): ConnectorTestError {
  const checks = failed(result);
  const apart = showsEachError && checks.length > 1;
  const error = new ConnectorTestError('SCENARIO_FAILED', { what: failureMessage(result, !apart) });
  const places = apart ? [] : [result.error?.location, ...checks.map(({ location }) => location)];
  const frames = [...places, scenarioFrame].filter((frame) => frame !== undefined);
  error.stack = [`${error.name}: ${error.message}`, ...frames].join('\n');
  if (apart)
    carryErrors(
      error,
      checks.map((check) => [outcomeText(check), check.location ?? scenarioFrame].join('\n')),
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

/** A failed scenario as text: every failed check, what was asked and what answered. */
export function failureMessage(result: ScenarioResult, withChecks = true): string {
  const sections = [
    headline(result),
    result.description,
    result.error?.message,
    ...(withChecks ? failed(result).map((outcome) => outcomeText(outcome)) : []),
    exchangeLine(result),
  ];
  return sections
    .filter((section) => section !== undefined)
    .map((section, index) => (index === 0 ? section : indent(section)))
    .join('\n\n');
}

function headline(result: ScenarioResult): string {
  const scenario = `Scenario "${result.name}" failed`;
  if (result.error !== undefined) return `${scenario} [${result.error.code}].`;
  const checks = failed(result);
  const count = result.outcomes.length;
  const paths = checks.length > 1 ? ` (${checks.map(({ path }) => path || "''").join(', ')})` : '';
  return `${scenario}: ${checks.length} of ${count} ${count === 1 ? 'check' : 'checks'}${paths}.`;
}

function exchangeLine({ request, response }: ScenarioResult): string | undefined {
  if (request === undefined) return undefined;
  const answer = response === undefined ? 'no answer' : `${response.status} in ${Math.round(response.durationMs)} ms`;
  return `${request.method} ${request.url} → ${answer}`;
}

function failed(result: ScenarioResult): readonly CheckOutcome[] {
  return result.outcomes.filter(({ passed }) => !passed);
}

function indent(text: string): string {
  return text
    .split('\n')
    .map((line) => (line === '' ? line : `  ${line}`))
    .join('\n');
}
