import { printValue } from '../assertions/values/print';
import type { ErrorRecord, ScenarioResult } from '../runner/scenario-result';
import { isAboutTheApp } from './app-text';
import { requestText } from './exchange-text';
import { failedChecks } from './failed-checks';
import { hintsFor } from './hints/hints';
import { harmless, withoutColours } from './plain-text';

const LINE_LENGTH = 300;

/** The failures of a block so far, by what caused them. */
export type Causes = Map<string, { readonly scenario: string; readonly sent: string | undefined }>;

/** The result, and whether an earlier scenario has told of its cause already. The results must be redacted. */
export function withSameCause(result: ScenarioResult, causes: Causes): ScenarioResult {
  const key = causeKey(result);
  if (key === undefined) return result;
  const sent = requestText(result);
  const first = causes.get(key) ?? { scenario: result.name, sent };
  causes.set(key, first);
  // Jest may repeat a test.
  if (first.scenario === result.name) return result;
  return { ...result, sameCause: { scenario: first.scenario, sameRequest: first.sent === sent } };
}

/** Equal for failures of one cause; `undefined` where a failed check or an end in vain is all that is known. */
function causeKey(result: ScenarioResult): string | undefined {
  const { api, error, response, request, app } = result;
  // Each has a traceback of its own.
  if (isAboutTheApp(app, response)) return undefined;
  const hints = hintsFor(result);
  if (response === undefined) {
    const isCause = error !== undefined && error.code !== 'GAVE_UP';
    return isCause
      ? JSON.stringify([error.code, error.message.replaceAll(request?.url ?? error.code, ''), hints])
      : undefined;
  }
  return hints.length === 0 ? undefined : JSON.stringify([api, response.status, error?.code, hints]);
}

/** Why a scenario failed, in one line: what explains it best of a hint, an error, and its first failed check. */
export function causeLine(result: ScenarioResult): string {
  const { error } = result;
  const [check, ...more] = failedChecks(result);
  const [hint] = hintsFor(result);
  const text = hint ?? (error && errorLine(error)) ?? (check && checkLine(check));
  const code = error === undefined ? '' : `[${error.code}] `;
  const others =
    text === undefined || hint !== undefined || error !== undefined || more.length === 0
      ? ''
      : ` (and ${more.length} more)`;
  return `${code}${firstLine(text ?? 'it has no checks')}${others}`;
}

/** What is told once of a cause: its hint, else why there was no answer. */
export function sharedLine(result: ScenarioResult): string | undefined {
  const text = hintsFor(result)[0] ?? result.error?.why?.split('\n')[0];
  return text === undefined ? undefined : firstLine(text);
}

/** A list's first item says more than what stands before it. */
export function firstLine(text: string): string {
  const [first = '', second] = withoutColours(text).split('\n');
  const line = harmless(first.endsWith(':') && second !== undefined ? `${first} ${second.trim()}` : first);
  return line.length > LINE_LENGTH ? `${line.slice(0, LINE_LENGTH)}…` : line;
}

/** What failed, and why. */
function errorLine({ message, why = '' }: ErrorRecord): string {
  return [message.split('\n')[0], why.split('\n')[0]].filter(Boolean).join(' ');
}

function checkLine({ path, expected, found, received, nearestPath }: ScenarioResult['outcomes'][number]): string {
  const value = found ? printValue(received, { maxLength: 80 }) : 'nothing';
  return `${path === '' ? 'the whole answer' : path}: expected ${String(expected.split('\n')[0])}, received ${value}${nearestPath === undefined ? '' : `; did you mean ${nearestPath}?`}`;
}
