/** Finds any of many literal strings in one scan. */
export interface PatternIndex {
  /** Adds a pattern, either case-sensitive or in any case. A pattern with fewer than four characters is ignored. */
  add(pattern: string, inAnyCase?: boolean): void;
  /** The places of all patterns in `text`, merged where they overlap or touch: start, end, start, end, … */
  find(text: string): number[];
  readonly isEmpty: boolean;
}

/** A window of four characters, five bits apart: older characters have been shifted out of the twenty bits. */
const WINDOW = 4;
const HASH_BITS = 20;
const MASK = (1 << HASH_BITS) - 1;

interface Bucket {
  readonly exact: Set<string>;
  /** In lower case. */
  readonly inAnyCase: Set<string>;
}

interface Texts {
  readonly text: string;
  /** In lower case, each at its position. */
  readonly folded: string;
}

const NONE: Bucket = { exact: new Set(), inAnyCase: new Set() };

/**
 * A hash of the last four characters picks the few patterns that may start there. Unlike a regular expression or an
 * automaton, adding a pattern costs nothing, however many there are. Patterns are short, so the time is linear.
 */
export function createPatternIndex(): PatternIndex {
  const seen = new Uint8Array(1 << HASH_BITS);
  const buckets = new Map<number, Bucket>();

  return {
    add(pattern, inAnyCase = false) {
      const folded = foldCase(pattern);
      if (pattern.length < WINDOW) return;
      const hash = hashOfStart(folded);
      seen[hash] = 1;
      const bucket = buckets.get(hash) ?? { exact: new Set(), inAnyCase: new Set() };
      buckets.set(hash, bucket);
      if (inAnyCase) bucket.inAnyCase.add(folded);
      else bucket.exact.add(pattern);
    },

    find(text) {
      const spans: number[] = [];
      if (buckets.size === 0) return spans;
      const folded = foldCase(text);
      const texts = { text, folded };
      let hash = 0;
      for (let place = 0; place < folded.length; place += 1) {
        hash = ((hash << 5) ^ folded.charCodeAt(place)) & MASK;
        if (seen[hash] === 0) continue;
        const start = place - WINDOW + 1;
        const length = start < 0 ? 0 : longestAt(buckets.get(hash) ?? NONE, texts, start);
        if (length > 0) addSpan(spans, start, start + length);
      }
      return spans;
    },

    get isEmpty() {
      return buckets.size === 0;
    },
  };
}

function longestAt({ exact, inAnyCase }: Bucket, { text, folded }: Texts, start: number): number {
  let longest = 0;
  for (const pattern of exact) {
    if (pattern.length > longest && text.startsWith(pattern, start)) longest = pattern.length;
  }
  for (const pattern of inAnyCase) {
    if (pattern.length > longest && folded.startsWith(pattern, start)) longest = pattern.length;
  }
  return longest;
}

function hashOfStart(text: string): number {
  let hash = 0;
  for (let place = 0; place < WINDOW; place += 1) hash = ((hash << 5) ^ text.charCodeAt(place)) & MASK;
  return hash;
}

/** Lower-cased to a string of the same length: a few letters have no single lower-case letter. */
function foldCase(text: string): string {
  const folded = text.toLowerCase();
  if (folded.length === text.length) return folded;
  return text.replace(/[^]/gu, (letter) =>
    letter.toLowerCase().length === letter.length ? letter.toLowerCase() : letter,
  );
}

function addSpan(spans: number[], start: number, end: number): void {
  const last = spans.at(-1);
  if (last === undefined || start > last) spans.push(start, end);
  else if (end > last) spans[spans.length - 1] = end;
}
