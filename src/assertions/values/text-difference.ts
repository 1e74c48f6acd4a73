import { withoutSecrets } from '../../redaction/process-redactor';
import { quote } from './quote';

const LONG = 60;
const BEFORE = 20;
/** In characters; searching more for secrets would take too long. */
const SHOWN_UP_TO = 1_000_000;

/** Differences of strings that are easily overlooked: case, white space, Unicode form, or a position far into a string. */
export function explainTextDifference(received: string, expected: string): string | undefined {
  if (received.trim() === expected.trim()) return 'they only differ in leading or trailing white space';
  if (received.toLowerCase() === expected.toLowerCase()) return 'they only differ in upper and lower case';
  if (received.normalize() === expected.normalize())
    return 'they look alike, but consist of different Unicode characters';
  if (Math.max(received.length, expected.length) <= LONG) return undefined;

  if (received.length + expected.length > SHOWN_UP_TO) {
    return `they first differ at character ${firstDifference(received, expected) + 1}`;
  }
  // Only parts are shown: a part that begins or ends within a secret must not reveal any of it.
  const [left, right] = [withoutSecrets(received), withoutSecrets(expected)];
  const at = firstDifference(left, right);
  const part = (text: string): string => quote(text.slice(Math.max(0, at - BEFORE), at + LONG - BEFORE));
  return `they first differ at character ${at + 1}: expected ${part(right)}, received ${part(left)}`;
}

function firstDifference(left: string, right: string): number {
  let at = 0;
  while (at < left.length && left[at] === right[at]) at += 1;
  return at;
}
