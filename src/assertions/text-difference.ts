import { quote } from './quote';

const LONG = 60;
const BEFORE = 20;

/** What is easily overlooked when two texts differ: case, white space, Unicode form, or a place far into a long text. */
export function explainTextDifference(received: string, expected: string): string | undefined {
  if (received.trim() === expected.trim()) return 'they differ only in the white space around them';
  if (received.toLowerCase() === expected.toLowerCase()) return 'they differ only in upper and lower case';
  if (received.normalize() === expected.normalize())
    return 'they look alike, but are written with other Unicode characters';
  if (Math.max(received.length, expected.length) <= LONG) return undefined;

  const at = firstDifference(received, expected);
  const part = (text: string): string => quote(text.slice(Math.max(0, at - BEFORE), at + LONG - BEFORE));
  return `they differ from character ${at + 1} on: expected ${part(expected)}, received ${part(received)}`;
}

function firstDifference(left: string, right: string): number {
  let at = 0;
  while (at < left.length && left[at] === right[at]) at += 1;
  return at;
}
