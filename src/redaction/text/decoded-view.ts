/** A string with its escapes decoded, and the mapping back to the original. */
export interface DecodedView {
  readonly text: string;
  /** The place in the original string of the characters from `start` to `end` here. */
  toSource(start: number, end: number): readonly [start: number, end: number];
}

/** What splits a value across lines: a line break with the indentation after it. */
const BREAK = /[\r\n]+[ \t]*/g;

/**
 * Everything that hides a character: a quote in a shell's quotes, a backslash escape, a percent-encoded character, or
 * an entity of HTML or XML.
 */
const ESCAPE =
  /'\\''|\\(?:u[0-9a-f]{4}|x[0-9a-f]{2}|["'\\/`bfnrtv])|%(?:[0-7][0-9a-f]|[cd][0-9a-f]%[89ab][0-9a-f]|e[0-9a-f](?:%[89ab][0-9a-f]){2}|f[0-7](?:%[89ab][0-9a-f]){3})|&(?:amp|lt|gt|quot|apos|#[0-9]{1,7}|#x[0-9a-f]{1,6});/gi;

const LETTERS: Readonly<Record<string, string>> = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t', v: '\v' };
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/**
 * Joins the lines of `text` or, if it has only one line, decodes each escape in it once, because a line break may be
 * inside an escape. `undefined` if there is neither.
 */
export function decodeOnce(text: string): DecodedView | undefined {
  const units = {
    outStart: [] as number[],
    outEnd: [] as number[],
    sourceStart: [] as number[],
    sourceEnd: [] as number[],
  };
  const pieces: string[] = [];
  let length = 0;
  let copied = 0;
  const unit = /[\r\n]/.test(text) ? BREAK : ESCAPE;
  unit.lastIndex = 0;
  for (let match = unit.exec(text); match; match = unit.exec(text)) {
    const decoded = decodeUnit(match[0]);
    pieces.push(text.slice(copied, match.index), decoded);
    length += match.index - copied;
    copied = unit.lastIndex;
    units.outStart.push(length);
    length += decoded.length;
    units.outEnd.push(length);
    units.sourceStart.push(match.index);
    units.sourceEnd.push(copied);
  }
  if (pieces.length === 0) return undefined;
  pieces.push(text.slice(copied));
  return { text: pieces.join(''), toSource: (start, end) => [sourceStart(units, start), sourceEnd(units, end)] };
}

function decodeUnit(unit: string): string {
  switch (unit[0]) {
    case '\\':
      return decodeBackslash(unit);
    case '%':
      return Buffer.from(unit.replaceAll('%', ''), 'hex').toString();
    case '&':
      return decodeEntity(unit.slice(1, -1).toLowerCase());
    case "'":
      return "'";
    default:
      return '';
  }
}

function decodeBackslash(unit: string): string {
  if (unit.length > 2) return String.fromCharCode(parseInt(unit.slice(2), 16));
  const letter = unit.slice(1);
  return LETTERS[letter] ?? letter;
}

function decodeEntity(name: string): string {
  if (!name.startsWith('#')) return ENTITIES[name] ?? '';
  const code = name.startsWith('#x') ? parseInt(name.slice(2), 16) : parseInt(name.slice(1), 10);
  return code <= 0x10ffff ? String.fromCodePoint(code) : '';
}

interface Units {
  readonly outStart: readonly number[];
  readonly outEnd: readonly number[];
  readonly sourceStart: readonly number[];
  readonly sourceEnd: readonly number[];
}

function sourceStart(units: Units, place: number): number {
  const unit = lastUnitAt(units, place);
  if (unit < 0) return place;
  const end = units.outEnd[unit] as number;
  return place < end ? (units.sourceStart[unit] as number) : (units.sourceEnd[unit] as number) + place - end;
}

function sourceEnd(units: Units, place: number): number {
  const unit = lastUnitAt(units, place - 1);
  if (unit < 0) return place;
  const end = units.outEnd[unit] as number;
  return (units.sourceEnd[unit] as number) + Math.max(0, place - end);
}

/** The index of the last unit that starts at or before `place`; -1 if none does. */
function lastUnitAt({ outStart }: Units, place: number): number {
  let low = 0;
  let high = outStart.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((outStart[middle] as number) <= place) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
