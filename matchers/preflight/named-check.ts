import type { MatcherContext, SyncExpectationResult } from 'expect';
import { printValue } from '../../src/assertions/values/print';
import { resultOf } from '../shared/decision';
import { type MatcherCall, type MessageLine, matcherMessage } from '../shared/message';
import { type PreflightCheck, findCheck, readPreflight } from './preflight';
import { absentCheckLines, noPreflightLines } from './preflight-text';

interface CheckClaim {
  readonly call: MatcherCall;
  readonly name: string;
  /** How the matcher claims that the check ended. */
  readonly passed: boolean;
}

/** What `toHavePassedCheck` and `toHaveFailedCheck` share: the check that ended as claimed. */
export function namedCheckResult(context: MatcherContext, received: unknown, claim: CheckClaim): SyncExpectationResult {
  const preflight = readPreflight(received);
  const check = preflight && findCheck(preflight, claim.name);
  const decision = check?.passed === undefined ? undefined : check.passed === claim.passed;

  return resultOf(context, decision, () => {
    const found: MessageLine[] = check ? [['Received', context.utils.RECEIVED_COLOR(endText(check))]] : [];
    const lines = preflight ? absentCheckLines(context, preflight, claim.name) : noPreflightLines(context, received);
    return matcherMessage(context, claim.call, [expectedLine(context, claim), ...(check ? found : lines)]);
  });
}

function expectedLine({ isNot, utils }: MatcherContext, { name, passed }: CheckClaim): MessageLine {
  const end = passed !== Boolean(isNot) ? 'passed' : 'failed';
  return ['Expected', utils.EXPECTED_COLOR(`the check ${printValue(name)} ${end}`)];
}

function endText({ passed, message }: PreflightCheck): string {
  const end = passed === undefined ? 'undecided' : passed ? 'passed' : 'failed';
  return message === '' ? end : `${end}: ${printValue(message)}`;
}
