import type { MatcherContext } from 'expect';
import { kindOf } from '../../src/assertions/paths/missing-path';
import { printValue } from '../../src/assertions/values/print';
import { nearestName } from '../../src/validation/problems';
import type { MessageLine } from '../shared/message';
import { responseLines } from '../shared/response-lines';
import { bodyOf } from '../shared/subject';
import type { Preflight, PreflightCheck } from './preflight';

/** The lines that say what a preflight found: its status, the checks that failed, those that passed. */
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

/** The lines for a received value that is no answer of a preflight. */
export function noPreflightLines({ utils }: MatcherContext, received: unknown): MessageLine[] {
  const text = `no preflight: ${kindOf(bodyOf(received))}`;
  return [['Received', utils.RECEIVED_COLOR(text)], ...responseLines(received)];
}

/** The lines for a check that is not among those of the preflight. */
export function absentCheckLines({ utils }: MatcherContext, { checks }: Preflight, name: string): MessageLine[] {
  const names = checks.map((check) => check.name);
  const nearest = nearestName(name, names);
  const lines: MessageLine[] = [
    ['Received', utils.RECEIVED_COLOR('no check of that name')],
    ['Checks', names.length === 0 ? 'none' : namesOf(checks)],
  ];
  return nearest === undefined ? lines : [...lines, ['Did you mean', printValue(nearest)]];
}

/** A check in one line: its name, and what the server says of it. */
function checkText({ name, message }: PreflightCheck): string {
  return message === '' ? printValue(name) : `${printValue(name)}: ${printValue(message)}`;
}

function namesOf(checks: readonly PreflightCheck[]): string {
  return checks.map(({ name }) => printValue(name)).join(', ');
}
