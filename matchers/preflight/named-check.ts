import type { MatcherContext, SyncExpectationResult } from 'expect';
import { findCheck, type PreflightCheck } from '../../src/apis/preflight/preflight-response';
import { printValue } from '../../src/assertions/values/print';
import { requireName, requireUse } from '../shared/arguments';
import { type MatcherCall, matcherMessage, type MessageLine } from '../shared/message';
import { resultOf } from '../shared/outcomes';
import { readPreflight } from './preflight';
import { absentCheckLines, noPreflightLines } from './preflight-text';

interface CheckClaim {
  readonly matcher: MatcherCall['matcher'];
  /** The argument: the check's name. */
  readonly args: readonly unknown[];
  /** The outcome that the matcher expects. */
  readonly passed: boolean;
}

interface NamedEnd {
  readonly name: string;
  readonly passed: boolean;
}

/** The shared implementation of `toHavePassedCheck` and `toHaveFailedCheck`. */
export function namedCheckResult(
  context: MatcherContext,
  received: unknown,
  { matcher, args: [name, ...excess], passed }: CheckClaim,
): SyncExpectationResult {
  const call: MatcherCall = { matcher, parameters: ['name'] };
  requireUse(context, call, received, excess);
  requireName(context, call, name);
  const preflight = readPreflight(received);
  const check = preflight && findCheck(preflight, name);
  const decision = check?.passed === undefined ? undefined : check.passed === passed;

  return resultOf(context, decision, () => {
    const found: MessageLine[] = check ? [['Received', context.utils.RECEIVED_COLOR(endText(check))]] : [];
    const lines = preflight ? absentCheckLines(context, preflight, name) : noPreflightLines(context, received);
    return matcherMessage(context, call, [expectedLine(context, { name, passed }), ...(check ? found : lines)]);
  });
}

function expectedLine({ isNot, utils }: MatcherContext, { name, passed }: NamedEnd): MessageLine {
  const end = passed !== Boolean(isNot) ? 'passed' : 'failed';
  return ['Expected', utils.EXPECTED_COLOR(`the check ${printValue(name)} ${end}`)];
}

function endText({ passed, message }: PreflightCheck): string {
  const end = passed === undefined ? 'undecided' : passed ? 'passed' : 'failed';
  return message === '' ? end : `${end}: ${printValue(message)}`;
}
