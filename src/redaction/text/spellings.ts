import { type Certainty, isDistinctive, isDistinctiveInAnyCase, isVaried } from '../names/distinctive';
import { decodeOnce } from './decoded-view';

/**
 * A longer secret is searched for in pieces: a message may show only a part of it, and the search time must not depend
 * on its length.
 */
const LONGEST = 40;
const PIECE = 20;
const UNVARIED_PIECE = 100;
const SHORTEST_LINE = 12;
/** A longer secret is searched for by its beginning: the name of a file of megabytes is enough to hide it. */
const LONGEST_SECRET = 20_000;

/** How many times a string is decoded; joining its lines and decoding its escapes alternate. */
export const DEPTH = 6;

/** A literal string to search for. */
export interface Spelling {
  readonly text: string;
  /** Whether it is also searched for in upper case and lower case. */
  readonly inAnyCase: boolean;
}

/**
 * The literal strings by which `secret` is found. They contain no escapes: input is decoded before it is searched, so
 * every mixture of escapes is found.
 */
export function spellingsOf(secret: string, certainty: Certainty): Spelling[] {
  const bare = secret
    .slice(0, LONGEST_SECRET)
    .replace(/-----(?:BEGIN|END) [^-]{1,60}-----/g, '')
    .trim();
  const lines = /[\r\n]/.test(bare) ? bare.split(/[\r\n]+/).map((line) => line.trim()) : [];
  const texts = [
    bare,
    ...longCapitals(bare),
    inLetters(bare),
    ...doubled(bare),
    ...lines.filter((line) => line.length >= SHORTEST_LINE),
  ];

  const spelled = texts
    .flatMap(decodings)
    .flatMap(wrappings)
    .filter((text) => isDistinctive(text, certainty));
  const quoted = [bare, ...escapings(bare)].filter((text) => text.includes("'")).map(inShellQuotes);
  // The Base64 of the whole also contains the Base64 of its lines, at one of the three alignments.
  const encoded = isDistinctive(bare, certainty)
    ? inCases(bare, certainty).flatMap((text) => [
        ...[text, ...escapings(text)].flatMap(inBase64),
        ...inHexadecimals(text),
        inLetters(text),
      ])
    : [];
  const [inAnyCase, exact] = [true, false].map((wanted) =>
    [...spelled, ...quoted].filter((text) => isDistinctiveInAnyCase(text, certainty) === wanted),
  ) as [string[], string[]];
  return [...searchedFor(inAnyCase, true), ...searchedFor([...exact, ...encoded], false)];
}

function searchedFor(texts: readonly string[], inAnyCase: boolean): Spelling[] {
  const pieces = new Set(texts.flatMap((text) => inPieces(foldPlus(text))));
  return [...pieces].map((text) => ({ text, inAnyCase }));
}

/** `GROSS` for `groß`: its length differs, so a comparison letter by letter would not find it. */
function longCapitals(text: string): string[] {
  const capitals = text.toUpperCase();
  return capitals.length === text.length ? [] : [capitals];
}

/** No name or password is longer, and the case of a key never changes. */
const LONGEST_IN_CASES = 64;

/** As it is, and as a system with only one case returns it, because encoding then gives a different string. */
function inCases(text: string, certainty: Certainty): string[] {
  if (text.length > LONGEST_IN_CASES || !isDistinctiveInAnyCase(text, certainty)) return [text];
  return [...new Set([text, text.toLowerCase(), text.toUpperCase()])];
}

/** In a form, a plus encodes a space, so both are treated as a space. The length and the positions stay the same. */
export function foldPlus(text: string): string {
  return text.includes('+') ? text.replaceAll('+', ' ') : text;
}

/** The string, and what decoding turns it into, because the searched input is decoded as well. */
function decodings(text: string): string[] {
  const found = [text];
  for (let step = 0; step < DEPTH; step += 1) {
    const decoded = decodeOnce(found.at(-1) as string)?.text.trim();
    if (decoded === undefined) break;
    found.push(decoded);
  }
  return found;
}

const MOST_GAPS = 30;

/** A line break may replace one of its spaces, or be before or between them. */
function wrappings(text: string): string[] {
  const gaps = [...text.matchAll(/[ \t]+/g)].slice(0, MOST_GAPS);
  return gaps.reduce(
    (all, { 0: gap, index }) => {
      const after = text.slice(index + gap.length);
      for (let kept = 0; kept < Math.min(gap.length, 4); kept += 1) all.push(text.slice(0, index + kept) + after);
      return all;
    },
    [text],
  );
}

/** As it may occur in something that was encoded as a whole, such as JSON or a form. */
function escapings(text: string): string[] {
  const wellFormed = Buffer.from(text).toString();
  const json = JSON.stringify(text).slice(1, -1);
  return [...new Set([json, asciiJson(json), encodeURIComponent(wellFormed)])].filter((other) => other !== text);
}

function asciiJson(json: string): string {
  return json.replace(/[^\0-\x7f]/g, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** In the quotes of SQL and CSV. */
function doubled(text: string): string[] {
  return ["'", '"'].filter((mark) => text.includes(mark)).map((mark) => text.replaceAll(mark, mark + mark));
}

/** Decoding would read a backslash before the quotation mark as an escape. */
function inShellQuotes(text: string): string {
  return text.replaceAll("'", "'\\''");
}

/** One letter per byte: decoding `\xc3\xbc` gives the same. */
function inLetters(text: string): string {
  return Buffer.from(text).toString('latin1');
}

function inHexadecimals(text: string): string[] {
  const hex = Buffer.from(text).toString('hex');
  return [hex, hex.toUpperCase()];
}

/** The Base64 of the string alone, and the characters that depend only on it at each offset in a longer one. */
function inBase64(text: string): string[] {
  const bytes = Buffer.from(text);
  const inside = [0, 1, 2].map((before) => {
    const whole = Buffer.concat([Buffer.alloc(before), bytes]);
    return whole.toString('base64').slice(Math.ceil((before * 8) / 6), Math.floor((whole.length * 8) / 6));
  });
  const all = [...new Set([bytes.toString('base64'), ...inside].flatMap((text) => [text, text.replace(/=+$/, '')]))];
  return [...all, ...all.filter((text) => /[+/]/.test(text)).map(urlSafe)];
}

function urlSafe(base64: string): string {
  return base64.replaceAll('=', '').replaceAll('+', '-').replaceAll('/', '_');
}

function inPieces(text: string): string[] {
  if (text.length <= LONGEST) return [text];
  const pieces = piecesOf(text, PIECE);
  // A row of dashes isn't a secret by itself, but a longer piece that contains it is.
  return pieces.every(isVaried) ? pieces : [...pieces.filter(isVaried), ...piecesOf(text, UNVARIED_PIECE)];
}

function piecesOf(text: string, size: number): string[] {
  const whole = Array.from({ length: Math.floor(text.length / size) }, (_, index) =>
    text.slice(index * size, (index + 1) * size),
  );
  return [...whole, text.slice(-size)];
}
