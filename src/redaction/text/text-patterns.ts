import { MARK } from '../redaction-mark';
import { hideTokens } from './token-forms';

interface TextPattern {
  /** If the string contains none of these, the search is skipped. */
  readonly holds: readonly string[];
  readonly pattern: RegExp;
  /** The part of a match that stays: `undefined` for all of it. */
  readonly keep: (match: readonly (string | undefined)[]) => string | undefined;
}

/** Between the lines of a key: as they are, escaped, percent-encoded, or as a list or a sum of quoted lines. */
const GAP = '(?:\\s|\\\\+[nr]|%0[AaDd]|\\\\*["\'`]\\s{0,9}[,+]\\s{0,99}\\\\*["\'`])*';
const WORDS = '(?:[A-Z0-9]|[ +]|%20){0,40}';
const KEY = `PRIVATE(?:[ +]|%20)KEY(?:(?:[ +]|%20)BLOCK)?-----`;

const nothing = (): string => '';
const first = ([, before]: readonly (string | undefined)[]): string | undefined => before;

/** Each starts at a place that isn't inside another start, or is bounded, so the search takes linear time. */
const PATTERNS: readonly TextPattern[] = [
  {
    holds: ['-----BEGIN'],
    pattern: new RegExp(
      `-----BEGIN${WORDS}${KEY}(?:${GAP}[\\w-]{1,40}:[^\\r\\n\\\\]{0,200}(?=[\\r\\n\\\\])){0,5}(?:${GAP}[A-Za-z0-9+/=%]{8,100}){1,4000}(?:(?:${GAP}[A-Za-z0-9+/=%]{1,7})?${GAP}-----END${WORDS}${KEY})?`,
      'g',
    ),
    keep: nothing,
  },
  {
    // The user isn't secret and may be shown; the password may contain an `@` that should have been encoded.
    holds: ['://', ':\\'],
    pattern: /(:\\*\/\\*\/[^\s/?#"'<>@:\\]*:)[^\s/?#"'<>]+(?=@)/g,
    keep: first,
  },
  {
    // A URL inside of a URL.
    holds: ['%3A%2F', '%3a%2f'],
    pattern:
      /(%3A%2F%2F(?:[\w.~!*-]|%(?!3A|40|2F)[\da-f]{2}){0,200}%3A)(?:[^\s/?#"'<>&%]|%(?!40|2F|3F|23)[\da-f]{2})+(?=%40)/gi,
    keep: first,
  },
  {
    // A token in place of the user.
    holds: ['://'],
    pattern: /(:\/\/)[\w.~%-]{20,}(?=@)/g,
    keep: first,
  },
  {
    holds: ['jdbc:oracle:'],
    pattern: /(jdbc:oracle:\w{1,10}:[^\s/@"'<>]{1,128}\/)[^\s/"'<>]+(?=@)/g,
    keep: first,
  },
  {
    holds: ['earer ', 'EARER '],
    pattern: /\b(Bearer +)([\w.~+/-]{8,}=*)/gi,
    keep: ([, scheme, token = '']) => (isOpaque(token) ? scheme : undefined),
  },
  {
    holds: ['asic ', 'ASIC '],
    pattern: /\b(Basic +)([\w+/-]{4,}={0,2})/gi,
    keep: ([, scheme, token = '']) => (isUserAndPassword(token) || isOpaque(token) ? scheme : undefined),
  },
];

/** Each pattern needs one of these; most short strings have none. */
const MAY_MATCH = /[:% ]|-----/;

/**
 * `text` without anything that looks like a secret whatever its name: private keys, tokens, passwords in URLs,
 * authorizations.
 */
export function hidePatterns(text: string): string {
  let hidden = hideTokens(text);
  if (!MAY_MATCH.test(hidden)) return hidden;
  for (const { holds, pattern, keep } of PATTERNS) {
    if (!holds.some((part) => hidden.includes(part))) continue;
    hidden = hidden.replace(pattern, (...match: (string | undefined)[]) => {
      const kept = keep(match);
      return kept === undefined ? (match[0] as string) : kept + MARK;
    });
  }
  return hidden;
}

/**
 * `Bearer authentication` and `Bearer TokenExpired` are words; a token has digits, or letters that don't form a word.
 */
function isOpaque(token: string): boolean {
  if (token.length < 8) return false;
  if (/[\d=]/.test(token)) return true;
  const isCamelCase = /^[A-Z]?[a-z]+(?:[A-Z][a-z]+)+$/.test(token);
  return token.length >= 16 && !isCamelCase && /[a-z][A-Z]|^[A-Za-z]{32,}/.test(token);
}

/** Whether it is the Base64 of exactly `user:password`. */
function isUserAndPassword(token: string): boolean {
  return /^[^\p{Cc}\uFFFD:]*:[^\p{Cc}\uFFFD]*$/u.test(Buffer.from(token, 'base64').toString());
}
