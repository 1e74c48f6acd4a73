import { wrapLines } from '../wrap-lines';
import type { CheckOutcome } from './outcome';
import { printValue } from './values/print';

/** Colours for the parts of a message. */
export interface Paint {
  expected(text: string): string;
  received(text: string): string;
  dim(text: string): string;
}

/** How a value is written. */
type Show = (value: unknown) => string;

const plain = (text: string): string => text;
const NO_COLOURS: Paint = { expected: plain, received: plain, dim: plain };
const INDENT = '    ';
/** What Jest, the report and the labels leave of the columns of a message. */
export const SENTENCE_COLUMNS = 78;

/**
 * Formats one outcome.
 *
 * @example
 * data.status
 *     expected: equal to "success"
 *     received: "failed"
 */
export function outcomeText(outcome: CheckOutcome, paint: Paint = NO_COLOURS): string {
  return outcomeLines(outcome, paint).join('\n');
}

/** The lines of {@link outcomeText}; `show` formats the received value. */
export function outcomeLines(outcome: CheckOutcome, paint: Paint = NO_COLOURS, show: Show = printValue): string[] {
  const facts = outcomeFacts(outcome, paint, show).flatMap(([label, text]) =>
    line(label, isSentence(label, outcome) ? wrapLines(text, { columns: SENTENCE_COLUMNS }) : text),
  );
  return [outcome.path === '' ? paint.dim('the whole response') : outcome.path, ...facts];
}

/** What is known about an outcome, apart from its path, in the order in which it is shown. */
export function outcomeFacts(
  outcome: CheckOutcome,
  paint: Paint = NO_COLOURS,
  show: Show = printValue,
): (readonly [label: string, text: string])[] {
  const { note, failedPath, expected, nearestPath, reason } = outcome;
  const facts: readonly (readonly [label: string, text: string | undefined])[] = [
    ['note', note],
    ['failed at', failedPath],
    ['expected', paint.expected(expected)],
    ['received', receivedText(outcome, paint, show)],
    ['because', reason],
    ['did you mean', nearestPath === failedPath ? undefined : nearestPath],
  ];
  return facts.filter((fact): fact is readonly [string, string] => fact[1] !== undefined);
}

/** Whether a fact is our own sentence, which may be broken, and not data. */
function isSentence(label: string, { found }: CheckOutcome): boolean {
  return label === 'because' || (label === 'received' && !found);
}

/** `label: value`; further lines of the value are aligned with its first. */
function line(label: string, text: string): string[] {
  const [first = '', ...more] = text.split('\n');
  const start = `${INDENT}${label}: `;
  return [start + first, ...more.map((rest) => ' '.repeat(start.length) + rest)];
}

/** The received value, or where the path stopped; nothing for a path with `*` whose values all passed. */
export function receivedText(outcome: CheckOutcome, paint: Paint, show: Show = printValue): string | undefined {
  const { passed, found, received, path, stoppedAt, stoppedAtKind } = outcome;
  if (passed && found && !('received' in outcome)) return undefined;
  if (found) return paint.received(show(received));
  const nothing = paint.received('nothing');
  if (stoppedAtKind === undefined || path === '') return nothing;
  const place = stoppedAt === '' ? 'at the top' : `at ${JSON.stringify(stoppedAt)}`;
  return `${nothing}: the path stops ${place}, ${stoppedAtKind}`;
}
