import type { CheckOutcome } from '../assertions/outcome';
import { countOf } from '../count-of';
import type { SameCause, ScenarioResult } from '../runner/scenario-result';
import { wrapLines } from '../wrap-lines';
import { appEndText, logText } from './app-text';
import { attemptsText } from './attempts-text';
import { sharedLine } from './cause';
import { checkText, type CheckTextOptions } from './check-text';
import { curlCommand } from './curl';
import { cutValue } from './cut/cut-value';
import { focusOf } from './cut/focus';
import { oneLine } from './cut/pretty-json';
import { exchangeLine, requestText, responseText, section } from './exchange-text';
import { CHECKS_SHOWN, failedChecks } from './failed-checks';
import { hintsFor } from './hints/hints';
import { harmless, indent, textLines, withoutColours } from './plain-text';
import { workflowText } from './workflow-text';

const PATHS_SHOWN = 8;
const ERROR_SHOWN = { lines: 60, characters: 6_000 };
const OUTPUT_SHOWN = { lines: 200, characters: 20_000 };
/** Jest and the report indent a hint; together, its lines have at most 100 columns. */
const HINT_COLUMNS = 86;
const GIVEN_SHOWN = { lines: 100, characters: 300 };

/**
 * The report of a failed scenario: each failed check, hints for known responses, the request and the response, and how to
 * repeat it. The result must be redacted; see also `pruneResult`.
 *
 * It is pure, never throws, and takes the same time for 50 MB as for 50 kB.
 */
export function failureText(result: ScenarioResult, options: CheckTextOptions = {}): string {
  const { headline, checks, exchange } = failureParts(result, options);
  return [headline, ...[...checks, exchange].filter(Boolean).map((text) => indent(text, '  '))].join('\n\n');
}

/** What failed. */
export interface FailureHead {
  /** What failed, in a few lines, and the reason if it is known. */
  readonly headline: string;
  /** The messages of the first 20 failed checks. */
  readonly checks: readonly string[];
}

/** The parts of {@link failureText}, for callers that show each check separately. */
export interface FailureParts extends FailureHead {
  /** The request, the response, and how to repeat the request. */
  readonly exchange: string;
}

/** Formats a failure in parts. */
export function failureParts(result: ScenarioResult, options: CheckTextOptions = {}): FailureParts {
  const failed = failedChecks(result);
  const exchange = [
    moreChecks(failed.slice(CHECKS_SHOWN)),
    outputText(result),
    attemptsText(result),
    exchangeLine(result),
    ...(result.sameCause ? reportedElsewhere(result, result.sameCause) : exchangeTexts(result, failed)),
  ];
  return { ...failureHead(result, options), exchange: exchange.filter(isThere).join('\n\n') };
}

/** Formats only what failed. */
export function failureHead(result: ScenarioResult, options: CheckTextOptions = {}): FailureHead {
  const failed = failedChecks(result);
  const about = [
    hintsText(result),
    result.description && harmless(result.description),
    result.error && messageText(result),
    appEndText(result),
  ];
  return {
    headline: [headline(result, failed), ...about.filter(isThere).map((text) => indent(text, '  '))].join('\n\n'),
    checks: failed.slice(0, CHECKS_SHOWN).map((outcome) => checkText(outcome, options)),
  };
}

function exchangeTexts(result: ScenarioResult, failed: readonly CheckOutcome[]): (string | undefined)[] {
  return [
    requestText(result),
    responseText(result, focusOf(failed.slice(0, CHECKS_SHOWN))),
    workflowText(result),
    givenText(result),
    logText(result),
    result.request && section('Repeat it', curlCommand(result.request, result.app)),
  ];
}

/** If an earlier failure reported the same cause, only the differences are shown. */
function reportedElsewhere(result: ScenarioResult, { scenario, sameRequest }: SameCause): (string | undefined)[] {
  const { request, response } = result;
  const rest = [request && sameRequest && 'the request', response && 'the response', request && 'a curl command'];
  const parts = rest.filter((part) => typeof part === 'string');
  return [
    sameRequest ? undefined : requestText(result),
    workflowText(result),
    parts.length === 0 ? undefined : `See "${harmless(scenario)}" for ${listed(parts)}.`,
  ];
}

function listed(parts: readonly string[]): string {
  return parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${String(parts.at(-1))}`;
}

function isThere(text: string | undefined): text is string {
  return text !== undefined && text !== '';
}

function headline({ name, error, outcomes }: ScenarioResult, failed: readonly CheckOutcome[]): string {
  const scenario = `Scenario "${harmless(name)}" failed`;
  if (error !== undefined) return `${scenario} [${error.code}].`;
  if (outcomes.length === 0) return `${scenario}: it has no checks.`;
  const paths = failed.length > 1 ? ` (${pathList(failed, PATHS_SHOWN)})` : '';
  return `${scenario}: ${failed.length} of ${countOf(outcomes.length, 'check')}${paths}.`;
}

function moreChecks(rest: readonly CheckOutcome[]): string | undefined {
  if (rest.length === 0) return undefined;
  return `… ${countOf(rest.length, 'more failed check')}: ${pathList(rest, CHECKS_SHOWN)}`;
}

function pathList(outcomes: readonly CheckOutcome[], most: number): string {
  const paths = outcomes.slice(0, most).map(({ path }) => (path === '' ? 'the whole response' : harmless(path)));
  return [...paths, ...(outcomes.length > most ? ['…'] : [])].join(', ');
}

function messageText({ error, sameCause }: ScenarioResult): string {
  const lines = textLines(withoutColours(error?.message ?? ''), ERROR_SHOWN);
  const text = (sameCause === undefined ? lines : lines.slice(0, 1)).join('\n');
  // The message of a user's own error is theirs.
  return error?.code === 'UNKNOWN' ? text : wrapLines(text, { columns: HINT_COLUMNS + 'Hint: '.length });
}

function hintsText(result: ScenarioResult): string {
  if (result.sameCause === undefined) return hintsFor(result).map(hintText).join('\n');
  const shared = sharedLine(result);
  return hintText(
    `same cause as in "${harmless(result.sameCause.scenario)}"${shared === undefined ? '' : `: ${shared}`}`,
  );
}

function hintText(hint: string): string {
  return `Hint: ${wrapLines(hint, { columns: HINT_COLUMNS, indent: '      ' })}`;
}

/** Such a scenario is about the workflow's output, so this precedes the request. */
function outputText({ output }: ScenarioResult): string | undefined {
  const texts = (output ?? []).map((text) => textLines(withoutColours(text), OUTPUT_SHOWN).join('\n'));
  return texts.length === 0 ? undefined : section('Workflow output', texts.join('\n\n'));
}

function givenText({ given }: ScenarioResult): string | undefined {
  const lines = Object.entries(given ?? {}).map(
    ([scenario, value]) => `${harmless(scenario)}: ${oneLine(cutValue(value, GIVEN_SHOWN))}`,
  );
  return lines.length === 0 ? undefined : section('Values from other scenarios', lines.join('\n'));
}
