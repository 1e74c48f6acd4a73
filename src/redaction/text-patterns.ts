import { MARK } from './mark';

interface TextPattern {
  /** Without it in the text there is nothing to look for. */
  readonly holds: string;
  readonly pattern: RegExp;
  readonly replacement: string;
}

const SPACE = '(?:\\s|\\\\+[nr])*';

/** Each starts at a place that no other start is inside of, or is bounded: their time is linear in the text. */
const PATTERNS: readonly TextPattern[] = [
  {
    holds: 'PRIVATE KEY-----',
    pattern: new RegExp(
      `-----BEGIN [A-Z0-9 ]{0,40}PRIVATE KEY-----(?:${SPACE}[\\w-]{1,40}:[^\\r\\n\\\\]{0,200}(?=[\\r\\n\\\\])){0,5}(?:${SPACE}[A-Za-z0-9+/=]{8,100}){1,4000}(?:(?:${SPACE}[A-Za-z0-9+/=]{1,7})?${SPACE}-----END [A-Z0-9 ]{0,40}PRIVATE KEY-----)?`,
      'g',
    ),
    replacement: MARK,
  },
  {
    holds: 'eyJ',
    pattern: /(?<![\w-])eyJ[\w-]{8,}\.[\w-]{8,}\.[\w-]*/g,
    replacement: MARK,
  },
  {
    // The user may be shown, it is not the secret; the password may hold an `@` that should have been encoded.
    holds: '://',
    pattern: /(?<=:\/\/)([^\s/?#"'<>@:]*:)[^\s/?#"'<>]+(?=@)/g,
    replacement: `$1${MARK}`,
  },
  {
    // A token in the place of the user.
    holds: '://',
    pattern: /(?<=:\/\/)[\w.~%-]{20,}(?=@)/g,
    replacement: MARK,
  },
  {
    holds: 'arer ',
    pattern: /\b(Bearer +)(?=[^\s"'<>,;]{0,4000}[\d=])[\w.~+/=-]{8,}/gi,
    replacement: `$1${MARK}`,
  },
  {
    holds: 'asic ',
    pattern: /\b(Basic +)(?=[^\s"'<>,;]{0,4000}[\d=])[\w+/=-]{8,}/gi,
    replacement: `$1${MARK}`,
  },
];

/** `text` without what looks like a secret whatever it is called: private keys, JWTs, passwords in URLs, authorizations. */
export function hidePatterns(text: string): string {
  let hidden = text;
  for (const { holds, pattern, replacement } of PATTERNS) {
    if (hidden.includes(holds)) hidden = hidden.replace(pattern, replacement);
  }
  return hidden;
}
