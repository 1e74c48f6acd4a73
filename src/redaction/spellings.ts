import { decodeOnce } from './decoded-view';
import { type Certainty, isDistinctive, isVaried } from './distinctive';

/** A longer one is looked for in pieces: a message may show only a part of it, and no search depends on its length. */
const LONGEST = 40;
const PIECE = 20;
const UNVARIED_PIECE = 100;
const SHORTEST_LINE = 12;
/** What is longer is looked for by its beginning: a file of megabytes is hidden by its name. */
const LONGEST_SECRET = 20_000;

/** How often a text is decoded: joining its lines and decoding its escapes take turns. */
export const DEPTH = 6;

/**
 * The literal texts in which `secret` is looked for. Escapes are not among them: the text is decoded before it is
 * searched, so each mixture of them is found.
 */
export function spellingsOf(secret: string, certainty: Certainty): string[] {
  const bare = secret
    .slice(0, LONGEST_SECRET)
    .replace(/-----(?:BEGIN|END) [^-]{1,60}-----/g, '')
    .trim();
  const lines = /[\r\n]/.test(bare) ? bare.split(/[\r\n]+/).map((line) => line.trim()) : [];
  const texts = [bare, inLetters(bare), ...doubled(bare), ...lines.filter((line) => line.length >= SHORTEST_LINE)];

  const spelled = texts
    .flatMap(decodings)
    .flatMap(wrappings)
    .filter((text) => isDistinctive(text, certainty));
  const quoted = [bare, ...escapings(bare)].filter((text) => text.includes("'")).map(inShellQuotes);
  // Base64 of all is Base64 of its lines, too, at one of the three alignments.
  const encoded = isDistinctive(bare, certainty)
    ? [...[bare, ...escapings(bare)].flatMap(inBase64), ...inHexadecimals(bare)]
    : [];
  return [...new Set([...spelled, ...quoted, ...encoded].flatMap((text) => inPieces(foldPlus(text))))];
}

/** In a form a plus is a space: both are looked for as one. Of the same length, so places stay. */
export function foldPlus(text: string): string {
  return text.includes('+') ? text.replaceAll('+', ' ') : text;
}

/** The text, and what becomes of it when it is decoded like the texts in which it is looked for. */
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

/** A line break may have taken the place of one of its spaces, or stand before or between them. */
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

/** As it may stand in what was encoded as a whole: in JSON, in a form. */
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

/** Decoding would take a backslash before the quotation mark for an escape. */
function inShellQuotes(text: string): string {
  return text.replaceAll("'", "'\\''");
}

/** Each byte as a letter, which is what decoding makes of `\xc3\xbc`. */
function inLetters(text: string): string {
  return Buffer.from(text).toString('latin1');
}

function inHexadecimals(text: string): string[] {
  const hex = Buffer.from(text).toString('hex');
  return [hex, hex.toUpperCase()];
}

/** Base64 of the text alone, and the characters that are its own at each place it can have inside a longer one. */
function inBase64(text: string): string[] {
  const bytes = Buffer.from(text);
  const inside = [0, 1, 2].map((before) => {
    const whole = Buffer.concat([Buffer.alloc(before), bytes]);
    return whole.toString('base64').slice(Math.ceil((before * 8) / 6), Math.floor((whole.length * 8) / 6));
  });
  return [bytes.toString('base64'), ...inside].flatMap((encoded) => [
    encoded,
    encoded.replaceAll('=', ''),
    encoded.replaceAll('=', '').replaceAll('+', '-').replaceAll('/', '_'),
  ]);
}

function inPieces(text: string): string[] {
  if (text.length <= LONGEST) return [text];
  const pieces = piecesOf(text, PIECE);
  // A row of dashes is no secret by itself; a longer part of what holds it is.
  return pieces.every(isVaried) ? pieces : [...pieces.filter(isVaried), ...piecesOf(text, UNVARIED_PIECE)];
}

function piecesOf(text: string, size: number): string[] {
  const whole = Array.from({ length: Math.floor(text.length / size) }, (_, index) =>
    text.slice(index * size, (index + 1) * size),
  );
  return [...whole, text.slice(-size)];
}
