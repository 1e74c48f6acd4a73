import type { MatcherContext } from 'expect';
import type { CheckOutcome } from '../../src/assertions/outcome';
import { outcomeText, type Paint, receivedText, SENTENCE_COLUMNS } from '../../src/assertions/outcome-text';
import { wrapLines } from '../../src/wrap-lines';
import { type MatcherCall, matcherHeader, matcherMessage, type MessageLine } from './message';

const ABSENCE =
  'the path must also exist under .not; to check that it is missing, use .not.toHavePath(path) or isMissing()';

/** The message for one failed outcome. */
export function outcomeMessage(context: MatcherContext, call: MatcherCall, outcome: CheckOutcome): string {
  const paint = paintOf(context);
  const { path, note, failedPath, expected, reason, nearestPath, found } = outcome;
  const received = receivedText(outcome, paint);
  const lines: (readonly [string, string | undefined])[] = [
    ['Path', path === '' ? undefined : JSON.stringify(path)],
    ['Failed at', failedPath === undefined ? undefined : JSON.stringify(failedPath)],
    ['Meaning', note],
    ['Expected', paint.expected(expected)],
    ['Received', found ? received : received && sentence(received)],
    ['Because', reason && sentence(reason)],
    ['Did you mean', nearestPath === failedPath || nearestPath === undefined ? undefined : JSON.stringify(nearestPath)],
    ['Hint', context.isNot && !found && reason === undefined ? sentence(ABSENCE) : undefined],
  ];
  return matcherMessage(context, call, lines.filter(isLine));
}

/** The message for several outcomes, each below its path. */
export function outcomesMessage(context: MatcherContext, call: MatcherCall, failed: readonly CheckOutcome[]): string {
  const paint = paintOf(context);
  const hint =
    context.isNot && failed.some(({ found, reason }) => !found && reason === undefined)
      ? [`Hint: ${wrapLines(ABSENCE, { columns: SENTENCE_COLUMNS, indent: '      ' })}`]
      : [];
  const texts = failed.map((outcome) => outcomeText(outcome, paint));
  return [matcherHeader(context, call), ...texts, ...hint].join('\n\n');
}

function sentence(text: string): string {
  return wrapLines(text, { columns: SENTENCE_COLUMNS });
}

function paintOf({ utils }: MatcherContext): Paint {
  return { expected: utils.EXPECTED_COLOR, received: utils.RECEIVED_COLOR, dim: utils.DIM_COLOR };
}

function isLine(line: readonly [string, string | undefined]): line is MessageLine {
  return line[1] !== undefined;
}
