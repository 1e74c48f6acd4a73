import type { Certainty } from '../names/distinctive';
import { type DecodedView, decodeOnce } from './decoded-view';
import { createPatternIndex } from './pattern-index';
import { markSpans, type Span } from './spans';
import { DEPTH, foldPlus, spellingsOf } from './spellings';

/** A secret, and how certain it is. */
export type LearntSecret = readonly [secret: string, certainty: Certainty];

/** The secrets that are known by their value. */
export interface KnownSecrets {
  add(secret: string, certainty: Certainty): void;
  /** What was added, without the first `start` secrets. */
  since(start: number): readonly LearntSecret[];
  /** How many were added; what {@link hide} returns only changes with it. */
  readonly count: number;
  /** Whether a whole number is a secret. It has to be written for that only if a secret may be one. */
  isSecretNumber(number: number | bigint): boolean;
  /** `text` with a mark in place of each secret in it, however it is encoded. */
  hide(text: string): string;
}

const SHORTEST = 4;
const NUMBER = /^-?\d/;
/** In ascending order of certainty. */
const SURE: readonly Certainty[] = ['beside', 'named', 'marked'];

/** An empty store. The secrets are in closures, so no debug print shows them. */
export function createKnownSecrets(): KnownSecrets {
  const index = createPatternIndex();
  const added = new Map<string, Certainty>();
  const wholes = new Set<string>();
  const inOrder: LearntSecret[] = [];
  let mayBeNumber = false;

  return {
    add(secret, certainty) {
      const before = added.get(secret);
      if (before !== undefined && SURE.indexOf(before) >= SURE.indexOf(certainty)) return;
      added.set(secret, certainty);
      const spellings = spellingsOf(secret, certainty);
      if (spellings.length === 0) return;
      inOrder.push([secret, certainty]);
      wholes.add(secret);
      mayBeNumber ||= NUMBER.test(secret);
      for (const { text, inAnyCase } of spellings) index.add(text, inAnyCase);
    },

    get count() {
      return inOrder.length;
    },

    since: (start) => inOrder.slice(start),

    isSecretNumber: (number) => mayBeNumber && wholes.has(String(number)),

    hide(text) {
      if (index.isEmpty || text.length < SHORTEST) return text;
      const spans = findAll(text, index.find);
      return spans.length === 0 ? text : markSpans(text, spans);
    },
  };
}

/** Searches the string as it is, then with its escapes decoded and its lines joined, once more per layer of escapes. */
function findAll(text: string, find: (text: string) => number[]): Span[] {
  const spans: Span[] = [];
  const layers: DecodedView[] = [];
  let view = text;
  for (let depth = 0; ; depth += 1) {
    const found = find(foldPlus(view));
    for (let at = 0; at < found.length; at += 2) {
      spans.push(toOriginal(layers, found[at] as number, found[at + 1] as number));
    }
    const next = depth < DEPTH ? decodeOnce(view) : undefined;
    if (next === undefined) return spans;
    layers.unshift(next);
    view = next.text;
  }
}

function toOriginal(layers: readonly DecodedView[], start: number, end: number): Span {
  let place: readonly [number, number] = [start, end];
  for (const layer of layers) place = layer.toSource(...place);
  return { start: place[0], end: place[1] };
}
