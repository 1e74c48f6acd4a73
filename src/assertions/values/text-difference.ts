import { withoutSecrets } from '../../redaction/process-redactor';
import { quote } from './quote';

const LONG = 60;
const BEFORE = 20;
/** Characters; to look through more for secrets takes longer than the part is worth. */
const SHOWN_UP_TO = 1_000_000;

/** What is easily overlooked when two texts differ: case, white space, Unicode form, or a place far into a long text. */
export function explainTextDifference(received: string, expected: string): string | undefined {
  if (received.trim() === expected.trim()) return 'they differ only in the white space around them';
  if (received.toLowerCase() === expected.toLowerCase()) return 'they differ only in upper and lower case';
  if (received.normalize() === expected.normalize())
    return 'they look alike, but are written with other Unicode characters';
  if (Math.max(received.length, expected.length) <= LONG) return undefined;

  if (received.length + expected.length > SHOWN_UP_TO) {
    return `they differ from character ${firstDifference(received, expected) + 1} on`;
  }
  // Parts are shown: one that begins or ends within a secret must show nothing of it.
  const [left, right] = [withoutSecrets(received), withoutSecrets(expected)];
  const at = firstDifference(left, right);
  const part = (text: string): string => quote(text.slice(Math.max(0, at - BEFORE), at + LONG - BEFORE));
  return `they differ from character ${at + 1} on: expected ${part(right)}, received ${part(left)}`;
}

function firstDifference(left: string, right: string): number {
  let at = 0;
  while (at < left.length && left[at] === right[at]) at += 1;
  return at;
}
