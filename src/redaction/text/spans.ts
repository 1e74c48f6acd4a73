import { MARK } from '../redaction-mark';

/** A place in a string. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Replaces the places, in any order and overlapping, with the mark. A mark that is already there stays. */
export function markSpans(text: string, spans: readonly Span[]): string {
  const marks = marksIn(text);
  const wanted = spans
    .filter((span) => !overlapsAny(span, marks))
    .map((span) => wholeEscapes(text, span))
    .sort((a, b) => a.start - b.start);

  const pieces: string[] = [];
  let copied = 0;
  for (const { start, end } of merged(wanted)) {
    const number = jsonNumberAround(text, start, end);
    const from = Math.max(copied, number?.start ?? start);
    pieces.push(text.slice(copied, from), number ? `"${MARK}"` : MARK);
    copied = number?.end ?? end;
  }
  pieces.push(text.slice(copied));
  return pieces.join('');
}

function merged(sorted: readonly Span[]): Span[] {
  const found: { start: number; end: number }[] = [];
  for (const { start, end } of sorted) {
    const last = found.at(-1);
    if (last === undefined || start > last.end) found.push({ start, end });
    else last.end = Math.max(last.end, end);
  }
  return found;
}

function marksIn(text: string): Span[] {
  const marks: Span[] = [];
  for (let at = text.indexOf(MARK); at >= 0; at = text.indexOf(MARK, at + MARK.length)) {
    marks.push({ start: at, end: at + MARK.length });
  }
  return marks;
}

function overlapsAny({ start, end }: Span, marks: readonly Span[]): boolean {
  let low = 0;
  let high = marks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((marks[middle] as Span).end <= start) low = middle + 1;
    else high = middle;
  }
  const next = marks[low];
  return next !== undefined && next.start < end;
}

/** Half of an escape would break the JSON: `\nabc` without its `nabc` leaves a lone backslash. */
function wholeEscapes(text: string, { start, end }: Span): Span {
  const begun = /\\(?:u[0-9a-f]{0,3})?$/i.exec(text.slice(Math.max(0, start - 5), start));
  const from = begun ? start - begun[0].length : start;
  const opens = begun !== null && backslashesBefore(text, from + 1) % 2 === 1;
  const cut = /["\\/bfnrtu]/.test(text[end] ?? '') && backslashesBefore(text, end) % 2 === 1;
  return { start: opens ? from : start, end: cut ? end + 1 : end };
}

function backslashesBefore(text: string, place: number): number {
  let at = place;
  while (at > 0 && text[at - 1] === '\\') at -= 1;
  return place - at;
}

const LONGEST_NUMBER = 32;

/** The JSON number that contains the place: the mark that replaces it has to be a string. */
function jsonNumberAround(text: string, start: number, end: number): Span | undefined {
  if (end - start > LONGEST_NUMBER || !/^[\d.eE+-]+$/.test(text.slice(start, end))) return undefined;
  const before = /[\d.eE+-]*$/.exec(text.slice(Math.max(0, start - LONGEST_NUMBER), start))?.[0] ?? '';
  const after = /^[\d.eE+-]*/.exec(text.slice(end, end + LONGEST_NUMBER))?.[0] ?? '';
  const span = { start: start - before.length, end: end + after.length };
  const opens = /[:,[]\s*$/.test(text.slice(Math.max(0, span.start - LONGEST_NUMBER), span.start));
  const closes = /^\s*[,}\]]/.test(text.slice(span.end, span.end + LONGEST_NUMBER));
  return opens && closes ? span : undefined;
}
