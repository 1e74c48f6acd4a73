import type { MatcherContext } from 'expect';
import { redactText } from '../../src/redaction/process-redactor';

/** A matcher and the names of its arguments, for its messages. */
export interface MatcherCall {
  readonly matcher: (...args: never[]) => unknown;
  readonly parameters: readonly string[];
}

/** A label and its value; further lines of the value are aligned with its first. */
export type MessageLine = readonly [label: string, text: string];

/** Jest's own first line: `expect(received).not.toHavePath(path)`. */
export function matcherHeader(
  { utils, isNot = false, promise = '' }: MatcherContext,
  { matcher, parameters }: MatcherCall,
): string {
  const [first = '', second = ''] = parameters;
  return utils.matcherHint(matcher.name, undefined, first, { isNot, promise, secondArgument: second });
}

/** A complete message without secrets: the header, followed by lines with their values in one column. */
export function matcherMessage(context: MatcherContext, call: MatcherCall, lines: readonly MessageLine[]): string {
  const width = Math.max(...lines.map(([label]) => label.length)) + 3;
  const rows = lines.map(
    ([label, text]) => `${label}:`.padEnd(width) + text.split('\n').join(`\n${' '.repeat(width)}`),
  );
  return redactText(`${matcherHeader(context, call)}\n\n${rows.join('\n')}`);
}

/** A complete message without secrets: the header, followed by `text`. */
export function matcherText(context: MatcherContext, call: MatcherCall, text: string): string {
  return redactText(`${matcherHeader(context, call)}\n\n${text}`);
}
