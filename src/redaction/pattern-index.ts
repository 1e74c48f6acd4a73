/** Finds any of many literal texts in one walk over a text. */
export interface PatternIndex {
  /** Adds a pattern; one with fewer than four characters is not looked for. */
  add(pattern: string): void;
  /** The places of all patterns in `text`, those that overlap or touch merged: start, end, start, end, … */
  find(text: string): number[];
  readonly isEmpty: boolean;
}

/** A window of four characters, five bits apart: what is older has left the twenty bits by itself. */
const WINDOW = 4;
const HASH_BITS = 20;
const MASK = (1 << HASH_BITS) - 1;

/**
 * A hash of the last four characters picks the few patterns that may start there. Other than a regular expression or an
 * automaton it costs nothing to add a pattern, however many there are; patterns are short, so the time is linear.
 */
export function createPatternIndex(): PatternIndex {
  const seen = new Uint8Array(1 << HASH_BITS);
  const buckets = new Map<number, string[]>();

  const longestAt = (text: string, start: number, hash: number): number => {
    let longest = 0;
    for (const pattern of buckets.get(hash) ?? []) {
      if (pattern.length > longest && text.startsWith(pattern, start)) longest = pattern.length;
    }
    return longest;
  };

  return {
    add(pattern) {
      if (pattern.length < WINDOW) return;
      let hash = 0;
      for (let place = 0; place < WINDOW; place += 1) hash = ((hash << 5) ^ pattern.charCodeAt(place)) & MASK;
      seen[hash] = 1;
      const bucket = buckets.get(hash);
      if (bucket === undefined) buckets.set(hash, [pattern]);
      else if (!bucket.includes(pattern)) bucket.push(pattern);
    },

    find(text) {
      const spans: number[] = [];
      if (buckets.size === 0) return spans;
      let hash = 0;
      for (let place = 0; place < text.length; place += 1) {
        hash = ((hash << 5) ^ text.charCodeAt(place)) & MASK;
        if (seen[hash] === 0) continue;
        const start = place - WINDOW + 1;
        const length = start < 0 ? 0 : longestAt(text, start, hash);
        if (length > 0) addSpan(spans, start, start + length);
      }
      return spans;
    },

    get isEmpty() {
      return buckets.size === 0;
    },
  };
}

function addSpan(spans: number[], start: number, end: number): void {
  const last = spans.at(-1);
  if (last === undefined || start > last) spans.push(start, end);
  else if (end > last) spans[spans.length - 1] = end;
}
