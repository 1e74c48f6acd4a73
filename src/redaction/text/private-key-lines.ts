import { MARK } from '../redaction-mark';

const BEGIN = /(-----BEGIN [A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)?-----)[^]*$/;
const END = /-----END [A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)?-----/;
/** The part of a line that belongs to the key, after any prefix that a logger writes. */
const KEY_TEXT = /(^|[\s"'>|\]:])([A-Za-z0-9+/=]+)(["'}\])]*\s*)$/;
const HEADER = /(?:Proc-Type|DEK-Info|Comment): /;
/** Only the last line of a key is shorter. */
const SHORTEST = 40;
const MOST_LINES = 4_000;
/** Headers, empty lines and lines of other writers: a few may be between the lines of a key. */
const COST_OF_OTHERS = 500;

/**
 * Makes a function that hides the lines of private keys in a log, line by line. A logger may write a time or a name
 * before each of them, so that a search in the whole log would miss the key.
 */
export function hidePrivateKeyLines(): (line: string) => string {
  let linesLeft = 0;

  return (line) => {
    if (END.test(line)) linesLeft = 0;
    else if (BEGIN.test(line)) {
      linesLeft = MOST_LINES;
      return line.replace(BEGIN, `$1 ${MARK}`);
    }
    if (linesLeft <= 0) return line;
    const key = HEADER.test(line) ? '' : (KEY_TEXT.exec(line)?.[2] ?? '');
    linesLeft -= key === '' ? COST_OF_OTHERS : 1;
    if (key === '') return line;
    if (key.length < SHORTEST) linesLeft = 0;
    return line.replace(KEY_TEXT, `$1${MARK}$3`);
  };
}
