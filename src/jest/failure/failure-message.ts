import { diff, DIM_COLOR, EXPECTED_COLOR, RECEIVED_COLOR } from 'jest-matcher-utils';
import type { CheckOutcome } from '../../assertions/outcome';
import type { Paint } from '../../assertions/outcome-text';
import { thrownReason } from '../../assertions/values/print';
import { ConnectorTestError, isErrorLike, withFrames } from '../../errors';
import { redactText } from '../../redaction/process-redactor';
import type { Differ } from '../../report/check-text';
import { CHECKS_SHOWN, failedChecks } from '../../report/failed-checks';
import { failureParts, failureText } from '../../report/failure-text';
import type { ScenarioResult } from '../../runner/scenario-result';
import { JEST_INDENT, MOST_COLUMNS, wrapLines } from '../../wrap-lines';
import { isJestAtLeast } from '../jest-version';

const PATHS_INDENT = ' '.repeat('  Failed: '.length);
/** What Jest's indent and the error's name leave of the columns. */
const TITLE_COLUMNS = MOST_COLUMNS - JEST_INDENT - 'ConnectorTestError [SCENARIO_FAILED]: '.length;

/** Jest prints each of an error's `errors` with its own code frame from this version on. */
const SHOWS_EACH_ERROR = [30, 5] as const;

/** Jest's own colours and differ, so that colours are off whenever Jest turns them off. */
export const JEST_STYLE: { readonly paint: Paint; readonly diff: Differ } = {
  paint: { expected: EXPECTED_COLOR, received: RECEIVED_COLOR, dim: DIM_COLOR },
  diff: (expected, received) => diff(expected, received) ?? undefined,
};

/**
 * The error that a failed scenario's test throws. If Jest shows each of several errors with its own code frame, each
 * failed check is such an error; otherwise one message lists them all, and Jest shows the code frame of the first.
 *
 * @param result Redacted; see `pruneResult` and `redactResult`.
 * @param showsEachError Whether Jest shows each of several errors. @default depends on the Jest version
 */
export function scenarioError(
  result: ScenarioResult,
  scenarioFrame: string | undefined,
  showsEachError = isJestAtLeast(...SHOWS_EACH_ERROR),
): ConnectorTestError {
  const checks = failedChecks(result).slice(0, CHECKS_SHOWN);
  if (showsEachError && checks.length > 1) return errorWithParts(result, checks, scenarioFrame);
  const places = [result.error?.location, ...checks.map(({ location }) => location), scenarioFrame];
  return errorAt(failureText(result, JEST_STYLE), places);
}

function errorWithParts(
  result: ScenarioResult,
  checks: readonly CheckOutcome[],
  scenarioFrame: string | undefined,
): ConnectorTestError {
  const parts = failureParts(result, JEST_STYLE);
  const texts = parts.checks.map((text, index) => [redactText(text), checks[index]?.location ?? scenarioFrame]);
  const error = errorAt(parts.headline, []);
  // Without a stack, Jest would treat the message's second line as the start of one.
  const errors = [...texts, [redactText(parts.exchange), scenarioFrame]].map((lines) => lines.join('\n'));
  carryErrors(error, errors);
  return error;
}

function errorAt(what: string, frames: readonly (string | undefined)[]): ConnectorTestError {
  const places = frames.filter((frame) => frame !== undefined);
  const error = new ConnectorTestError('SCENARIO_FAILED', { what: withShortTitle(what, places.length > 0) });
  return withFrames(error, places);
}

/**
 * Shortens a title that is too long together with the error's name, which Jest prints before it. Without frames, Jest would
 * take the second line of a broken title for one, and the failed checks don't follow: their paths come last.
 */
function withShortTitle(text: string, hasFrames: boolean): string {
  const [title = '', ...rest] = text.split('\n');
  if (title.length <= TITLE_COLUMNS) return text;
  const [, start = title.slice(0, -1), paths] = /^(.*) \(([^()]*)\)\.$/.exec(title) ?? [];
  if (hasFrames) return [wrapLines(`${start}.`, { columns: TITLE_COLUMNS, indent: '  ' }), ...rest].join('\n');
  const failed =
    paths === undefined ? [] : ['', `  Failed: ${wrapLines(paths, { columns: 80, indent: PATHS_INDENT })}`];
  return [`${start}.`, ...rest, ...failed].join('\n');
}

/** Makes Jest 30.5 and later show other errors below this one. */
export function addErrors(thrown: unknown, others: readonly unknown[]): unknown {
  const error = isErrorLike(thrown) ? thrown : new Error(redactText(thrownReason(thrown)));
  const { errors = [] } = error as { readonly errors?: readonly string[] };
  const texts = others.map((other) =>
    redactText(isErrorLike(other) ? (other.stack ?? other.message) : thrownReason(other)),
  );
  carryErrors(error, [...errors, ...texts]);
  return error;
}

/** Jest's workers serialize an error's enumerable fields as JSON, so the parts are strings and the fields enumerable. */
function carryErrors(error: Error, errors: readonly string[]): void {
  const { message, stack } = error;
  Object.defineProperties(error, {
    message: { value: message, enumerable: true },
    stack: { value: stack, enumerable: true },
    errors: { value: errors, enumerable: true, configurable: true },
  });
}
