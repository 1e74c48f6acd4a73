import { causeLine, firstLine, thrownLine } from '../../report/cause';
import { failureHead } from '../../report/failure-text';
import { textLines, withoutColours } from '../../report/plain-text';
import type { ScenarioResult } from '../../runner/scenario-result';
import { type AttemptOfTest, type TestRecord } from '../model/run-model';
import { isFailure } from '../model/test-status';

/** Of the message of a test that is written by hand. */
const MESSAGE_SHOWN = { lines: 40, characters: 4_000 };

/** Why a test failed, in one line; `undefined` if it didn't. */
export function failureLine(test: TestRecord): string | undefined {
  if (!isFailure(test.status)) return undefined;
  const attempt = test.attempts.at(-1);
  if (attempt?.status !== 'failed') return firstLine(reasonOf(test));
  if (isExplained(attempt.result)) return causeLine(attempt.result);
  return thrownLine(messageOf(attempt) ?? reasonOf(test));
}

/** Why a test failed, without the request and the response; `undefined` if it didn't. */
export function failureSummary(test: TestRecord): string | undefined {
  if (!isFailure(test.status)) return undefined;
  const attempt = test.attempts.at(-1);
  return (attempt?.status === 'failed' ? attemptSummary(attempt) : undefined) ?? reasonOf(test);
}

/** Why an attempt failed, without the request and the response; `undefined` if that isn't known. */
export function attemptSummary(attempt: AttemptOfTest): string | undefined {
  if (attempt.status === 'passed') return undefined;
  if (isExplained(attempt.result)) {
    const { headline, checks } = failureHead(attempt.result);
    return [headline, ...checks].join('\n\n');
  }
  const message = messageOf(attempt);
  return message === undefined ? undefined : textLines(withoutStack(message), MESSAGE_SHOWN).join('\n');
}

/** A hook after the scenario can fail its test; then the result is that of a scenario that passed. */
function isExplained(result: ScenarioResult | undefined): result is ScenarioResult {
  return result?.status === 'failed';
}

function messageOf({ failures }: AttemptOfTest): string | undefined {
  const message = failures?.map((failure) => failure.message).join('\n\n');
  return message === undefined || message === '' ? undefined : withoutColours(message);
}

function reasonOf({ status, reason }: TestRecord): string {
  return reason ?? (status === 'crashed' ? 'The process of the test ended.' : 'The test was not run.');
}

function withoutStack(message: string): string {
  return message
    .split('\n')
    .filter((line) => !/^\s+at (?:.*:\d+:\d+\)?|.*\(<anonymous>\))$/.test(line))
    .join('\n')
    .trimEnd();
}
