import { BAR } from '../../redaction/text/break-commands';
import { textLines, withoutColours } from '../../report/plain-text';

const MARKED_STACK_LINE = new RegExp(`^(\\s*)${BAR} (?=at\\s)`);
const MESSAGE = { lines: 200, characters: 20_000 };

/** A message of any origin, whose lines are kept. Only Jest takes a line that begins with `at` for a stack of its own. */
export function messageText(text: string): string {
  return textLines(withoutColours(text), MESSAGE)
    .map((line) => line.replace(MARKED_STACK_LINE, '$1'))
    .join('\n');
}
