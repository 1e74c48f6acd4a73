import { printValue } from '../assertions/values/print';
import { moreCharacters, quote } from '../assertions/values/quote';
import type { ErrorRecord, ScenarioResult } from '../runner/scenario-result';
import { isAboutTheApp } from './app-text';
import { splitText } from './cut/cut-mark';
import { cutText } from './cut/cut-value';
import { requestText } from './exchange-text';
import { failedChecks } from './failed-checks';
import { hintsFor } from './hints/hints';
import { harmless, withoutColours } from './plain-text';

const LINE_LENGTH = 300;
const FACTS = 3;
const VALUE_LENGTH = 80;

/** The failures of a block so far, by cause. */
export type Causes = Map<string, { readonly scenario: string; readonly sent: string | undefined }>;

/** Marks a result whose cause an earlier scenario already reported. The results must be redacted. */
export function withSameCause(result: ScenarioResult, causes: Causes): ScenarioResult {
  const key = causeKey(result);
  if (key === undefined) return result;
  const sent = requestText(result);
  const first = causes.get(key) ?? { scenario: result.name, sent };
  causes.set(key, first);
  // Jest may retry a test.
  if (first.scenario === result.name) return result;
  return { ...result, sameCause: { scenario: first.scenario, sameRequest: first.sent === sent } };
}

/** Equal for failures with the same cause; `undefined` if nothing is known but a failed check or a timeout. */
function causeKey(result: ScenarioResult): string | undefined {
  const { api, error, response, request, app } = result;
  // Each crash has its own traceback.
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

/** Why a scenario failed, in one line: a hint, else the error, else the first failed check. */
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

/** The line that explains a shared cause: its hint, else why there was no response. */
export function sharedLine(result: ScenarioResult): string | undefined {
  const text = hintsFor(result)[0] ?? result.error?.why?.split('\n')[0];
  return text === undefined ? undefined : firstLine(text);
}

/** The first line; if it introduces a list, with the list's first item. */
export function firstLine(text: string): string {
  const [first = '', second] = withoutColours(text).split('\n');
  const line = harmless(first.endsWith(':') && second !== undefined ? `${first} ${second.trim()}` : first);
  return line.length > LINE_LENGTH ? `${line.slice(0, LINE_LENGTH)}…` : line;
}

/** What a test threw, in one line; of an assertion also its path, and what was expected and received. */
export function thrownLine(text: string): string {
  const plain = withoutColours(text).replace(/^Error: /, '');
  if (!plain.startsWith('expect(')) return firstLine(plain);
  const [assertion = '', ...lines] = plain.split('\n');
  const facts = lines.filter((line) => /^(?:Path|Expected|Received)\b[^:]*: +\S/.test(line)).slice(0, FACTS);
  return firstLine([assertion, facts.map((fact) => fact.replace(/: +/, ': ')).join(', ')].filter(Boolean).join(': '));
}

function errorLine({ message, why = '' }: ErrorRecord): string {
  const [[what = ''], [reason = '']] = [message.split('\n'), why.split('\n')];
  if (reason === '') return what;
  // An upper-case letter begins a sentence of its own.
  return /^[a-z]/.test(reason) ? `${what.replace(/\.$/, '')}: ${reason}` : `${what} ${reason}`;
}

/** A string that was cut before still counts what it lacks. */
function receivedText(received: unknown): string {
  if (typeof received !== 'string' || splitText(received).left === 0) {
    return printValue(received, { maxLength: VALUE_LENGTH });
  }
  const { head, left } = splitText(cutText(received, VALUE_LENGTH / 2));
  return `${quote(head)}${moreCharacters(left)}`;
}

function checkLine({ path, expected, found, received, nearestPath }: ScenarioResult['outcomes'][number]): string {
  const value = found ? receivedText(received) : 'nothing';
  return `${path === '' ? 'the whole response' : path}: expected ${String(expected.split('\n')[0])}, received ${value}${nearestPath === undefined ? '' : `; did you mean ${nearestPath}?`}`;
}
