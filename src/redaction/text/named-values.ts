import { nameWords } from '../names/name-words';
import type { SecretNames } from '../names/secret-names';
import { MARK } from '../redaction-mark';
import { bareValue } from './bare-values';
import { quotedText } from './quoted-text';
import type { Span } from './spans';

/** A part of every secret name: names are only searched for around these. */
const STEMS = 'pass|pwd|secret|token|key|auth|cookie|cred|sess|sig|sid|dsn|jwt|bearer|otp|conn|database.?url|extra\\.';

/** What may follow a name: `": "`, `=`, `=> '`, `\": [\"`. */
const AFTER_NAME = /(\\*["'`]?)\s{0,9}(:|=>?)\s{0,9}(?:(\[)\s{0,99})?(\\*["'`])?/y;
/** What follows `key` in a `{key, value}` pair: the key, and the name of the value. */
const AFTER_KEY = /\\*["'`]?\s{0,9}:\s{0,9}(\\*["'`])([\w.$-]{1,64})\1\s{0,9},\s{0,99}\\*["'`]?value/y;
const NEXT_ITEM = /\\*["'`]\s{0,99},\s{0,99}(\\*["'`])/y;
const BARE = /[^&\s"'<>,;)\\=][^&\s"'<>,;)\\]*/y;
const NUMBER = /-?\d[\d.eE+-]*/y;
const LINE = /[^\r\n"'\\]+/y;

const HEADER = /^(?:(?:proxy-)?authorization|(?:set-)?cookie|x-.+)$/;
const SCHEME = /^(?:Bearer|Basic|Digest|Token|Negotiate|ApiKey)\s+/i;
/** Values that aren't secret: empty values, booleans, references to a variable. */
const NEUTRAL = /^(?:|['"]|[Tt]rue|[Ff]alse|null|undefined|None|["']?\$\{?[A-Z][A-Z0-9_]*\}?["']?)$/;

interface Found extends Span {
  readonly replacement: string;
}

/** Makes a function that hides the values after secret names in any string. */
export function createNamedValues(names: SecretNames, own: readonly string[]): (text: string) => string {
  const stems = [STEMS, ...own.map((name) => nameWords(name).replaceAll('-', '[-_. ]?'))].filter(Boolean).join('|');
  const stem = new RegExp(stems, 'gi');

  return (text) => {
    const pieces: string[] = [];
    let copied = 0;
    stem.lastIndex = 0;
    for (let match = stem.exec(text); match; match = stem.exec(text)) {
      const name = nameAround(text, match.index, stem.lastIndex);
      const found = valuesOf(text, name, names);
      stem.lastIndex = found.at(-1)?.end ?? name.end;
      for (const { start, end, replacement } of found) {
        pieces.push(text.slice(copied, start), replacement);
        copied = end;
      }
    }
    return copied === 0 ? text : pieces.join('') + text.slice(copied);
  };
}

const LONGEST_NAME = 64;

function nameAround(text: string, start: number, end: number): Span {
  let from = start;
  while (from > Math.max(0, start - LONGEST_NAME) && isNameCharacter(text.charCodeAt(from - 1))) from -= 1;
  let to = end;
  while (to < Math.min(text.length, end + LONGEST_NAME) && isNameCharacter(text.charCodeAt(to))) to += 1;
  return { start: from, end: to };
}

/** `A-Za-z0-9_$.-` */
function isNameCharacter(code: number): boolean {
  if (code >= 97) return code <= 122;
  if (code >= 65) return code <= 90 || code === 95;
  return (code >= 48 && code <= 57) || code === 36 || code === 45 || code === 46;
}

function valuesOf(text: string, { start, end }: Span, names: SecretNames): Found[] {
  // An escape before it: `\npassword` is a line break and a name.
  const name = text.slice(start, end);
  const isEscaped = text[start - 1] === '\\' && /^[nrt]/.test(name);
  if (names.isSecret(name) || (isEscaped && names.isSecret(name.slice(1)))) {
    const found = valuesAfter(text, end, name);
    const bare = found.length === 0 ? bareValue(text, { start, end }) : undefined;
    return bare ? one(bare.start, text.slice(bare.start, bare.end)) : found;
  }
  if (name !== 'key') return [];
  const pair = matchAt(AFTER_KEY, text, end);
  return pair && names.isSecret(pair[2] as string) ? valuesAfter(text, end + pair[0].length, '') : [];
}

function valuesAfter(text: string, end: number, name: string): Found[] {
  const after = matchAt(AFTER_NAME, text, end);
  if (!after) return [];
  const [whole, closing = '', operator, list, opening] = after;
  const from = end + whole.length;
  if (opening !== undefined) return quotedValues(text, from, opening, list !== undefined);
  if (list !== undefined) return [];
  if (operator === '=' && from === end + 1) return one(from, matchAt(BARE, text, from)?.[0]);
  const number = closing === '' ? undefined : matchAt(NUMBER, text, from)?.[0];
  if (number !== undefined) return [{ start: from, end: from + number.length, replacement: closing + MARK + closing }];
  if (operator === ':' && closing === '' && HEADER.test(nameWords(name)))
    return one(from, matchAt(LINE, text, from)?.[0].trimEnd());
  return [];
}

function quotedValues(text: string, from: number, quote: string, isList: boolean): Found[] {
  const span = quotedText(text, from, quote);
  const first = one(from, text.slice(from, span.end));
  const next = isList ? matchAt(NEXT_ITEM, text, span.end) : null;
  if (!next) return first;

  // A loop, because a list of cookies may be long.
  const found = [...first];
  for (let item: RegExpExecArray | null = next, end = span.end; item; item = matchAt(NEXT_ITEM, text, end)) {
    const start = end + item[0].length;
    end = quotedText(text, start, item[1] as string).end;
    found.push(...one(start, text.slice(start, end)));
  }
  return found;
}

function one(start: number, value: string | undefined): Found[] {
  if (value === undefined) return [];
  const scheme = SCHEME.exec(value)?.[0] ?? '';
  const secret = value.slice(scheme.length);
  if (NEUTRAL.test(secret) || secret === MARK) return [];
  return [{ start: start + scheme.length, end: start + value.length, replacement: MARK }];
}

function matchAt(sticky: RegExp, text: string, place: number): RegExpExecArray | null {
  sticky.lastIndex = place;
  return sticky.exec(text);
}
