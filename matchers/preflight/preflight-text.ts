import type { MatcherContext } from 'expect';
import type { Preflight, PreflightCheck } from '../../src/apis/preflight/preflight-response';
import { kindOf } from '../../src/assertions/paths/missing-path';
import { printValue } from '../../src/assertions/values/print';
import { nearestName } from '../../src/validation/problems';
import type { MessageLine } from '../shared/message';
import { responseLines } from '../shared/response-lines';
import { bodyOf } from '../shared/subject';

/** The message lines for a preflight: its status, its failed checks, its passed checks. */
export function preflightLines({ utils }: MatcherContext, { statuses, checks }: Preflight): MessageLine[] {
  const ended = (end: boolean | undefined) => checks.filter(({ passed }) => passed === end);
  const named = [...new Set(statuses)].map((status) => printValue(status)).join(' and ');
  const lines: MessageLine[] = [
    ['Received', utils.RECEIVED_COLOR(named === '' ? 'no status' : `status ${named}`)],
    ['Failed', ended(false).map(checkText).join('\n')],
    ['Unclear', ended(undefined).map(checkText).join('\n')],
    ['Passed', namesOf(ended(true))],
  ];
  return lines.filter(([, text]) => text !== '');
}

/** The message lines for a received value that isn't a preflight response. */
export function noPreflightLines({ utils }: MatcherContext, received: unknown): MessageLine[] {
  const text = `not a preflight response: ${kindOf(bodyOf(received))}`;
  return [['Received', utils.RECEIVED_COLOR(text)], ...responseLines(received)];
}

/** The message lines for a check that the preflight doesn't contain. */
export function absentCheckLines({ utils }: MatcherContext, { checks }: Preflight, name: string): MessageLine[] {
  const names = checks.map((check) => check.name);
  const nearest = nearestName(name, names);
  const lines: MessageLine[] = [
    ['Received', utils.RECEIVED_COLOR('no check with that name')],
    ['Checks', names.length === 0 ? 'none' : namesOf(checks)],
  ];
  return nearest === undefined ? lines : [...lines, ['Did you mean', printValue(nearest)]];
}

/** A check on one line: its name and the server's message. */
function checkText({ name, message }: PreflightCheck): string {
  return message === '' ? printValue(name) : `${printValue(name)}: ${printValue(message)}`;
}

function namesOf(checks: readonly PreflightCheck[]): string {
  return checks.map(({ name }) => printValue(name)).join(', ');
}
