import { outcomeText } from '../assertions/outcome-text';
import { ConnectorTestError } from '../errors';
import type { ScenarioResult } from '../runner/scenario-result';

/** What a failed scenario's test throws; `site` is the stack line that Jest shows code for. */
export function scenarioError(result: ScenarioResult, site: string | undefined): ConnectorTestError {
  const error = new ConnectorTestError('SCENARIO_FAILED', { what: failureMessage(result) });
  const places = [result.error?.location, ...failed(result).map(({ location }) => location), site];
  const frames = places.filter((place) => place !== undefined);
  error.stack = [`${error.name}: ${error.message}`, ...frames].join('\n');
  return error;
}

/** A failed scenario as text: every failed check, what was asked and what answered. */
export function failureMessage(result: ScenarioResult): string {
  const sections = [
    headline(result),
    result.description,
    result.error?.message,
    ...failed(result).map((outcome) => outcomeText(outcome)),
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
  const count = result.outcomes.length;
  return `${scenario}: ${failed(result).length} of ${count} ${count === 1 ? 'check' : 'checks'}.`;
}

function exchangeLine({ request, response }: ScenarioResult): string | undefined {
  if (request === undefined) return undefined;
  const answer = response === undefined ? 'no answer' : `${response.status} in ${Math.round(response.durationMs)} ms`;
  return `${request.method} ${request.url} → ${answer}`;
}

function failed(result: ScenarioResult): ScenarioResult['outcomes'] {
  return result.outcomes.filter(({ passed }) => !passed);
}

function indent(text: string): string {
  return text
    .split('\n')
    .map((line) => (line === '' ? line : `  ${line}`))
    .join('\n');
}
