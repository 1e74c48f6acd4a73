interface Sniffed {
  readonly name: string;
  /** Where the name comes from; completes "the charset x is …". */
  readonly source: string;
}

/** What is known about a body in addition to its bytes. */
interface Hints {
  /** The media type, in lower case. */
  readonly type: string;
  /** The charset that the content type names. */
  readonly named: string | undefined;
  readonly isJson: boolean;
}

/** The longest first, because a UTF-32 mark starts with a UTF-16 mark. */
const BYTE_ORDER_MARKS: readonly (readonly [name: string, ...bytes: number[]])[] = [
  ['utf-32be', 0x00, 0x00, 0xfe, 0xff],
  ['utf-32le', 0xff, 0xfe, 0x00, 0x00],
  ['utf-8', 0xef, 0xbb, 0xbf],
  ['utf-16le', 0xff, 0xfe],
  ['utf-16be', 0xfe, 0xff],
];

const UTF_16 = /^(?:utf-?16|ucs-?2|iso-10646-ucs-2|csunicode|unicode)$/i;

/** Detects the charset from the bytes: by a byte order mark, by the position of zeros, or by a declaration in the body. */
export function sniffCharset(bytes: Buffer, { type, named, isJson }: Hints): Sniffed | undefined {
  const mark = byteOrderMark(bytes);
  if (mark !== undefined) return { name: mark, source: 'detected from its byte order mark' };
  if (named !== undefined) {
    if (!UTF_16.test(named)) return undefined;
    return { name: byteOrder(bytes), source: `detected from the bytes, because the content type only names ${named}` };
  }
  if (isJson) return jsonCharset(bytes);
  const declared = declaredCharset(bytes, type);
  return declared === undefined ? undefined : { name: declared, source: 'declared inside the body' };
}

/** A body that begins with ASCII has no byte order mark, and nearly every body does. */
function byteOrderMark(bytes: Buffer): string | undefined {
  const first = bytes[0] ?? 0;
  if (first > 0x00 && first < 0x80) return undefined;
  return BYTE_ORDER_MARKS.find(([, ...mark]) => mark.every((byte, index) => bytes[index] === byte))?.[0];
}

/** For `charset=utf-16` without a byte order mark: usually most zeros are the high bytes of ASCII characters. */
function byteOrder(bytes: Buffer): string {
  const sample = bytes.subarray(0, 1_000);
  const zerosAt = (parity: number) => sample.filter((byte, index) => byte === 0 && index % 2 === parity).length;
  return zerosAt(0) > zerosAt(1) ? 'utf-16be' : 'utf-16le';
}

/** JSON starts with two ASCII characters, so zeros in its first bytes show how wide a character is (RFC 4627). */
function jsonCharset(bytes: Buffer): Sniffed | undefined {
  if (!(bytes[0] === 0 || bytes[1] === 0 || bytes[2] === 0 || bytes[3] === 0)) return undefined;
  const zeros = [...bytes.subarray(0, 4)].map((byte) => (byte === 0 ? '0' : 'x')).join('');
  const name = JSON_CHARSETS.find(([pattern]) => zeros.startsWith(pattern))?.[1];
  return name === undefined ? undefined : { name, source: 'detected from the zeros in its first bytes' };
}

const JSON_CHARSETS = [
  ['000x', 'utf-32be'],
  ['x000', 'utf-32le'],
  ['0x', 'utf-16be'],
  ['x0', 'utf-16le'],
] as const;

/** The charset in an XML declaration or in an HTML `<meta>` element. */
function declaredCharset(bytes: Buffer, type: string): string | undefined {
  const isXml = /[/+]xml\b/.test(type);
  if (!isXml && type !== 'text/html') return undefined;
  const start = bytes.toString('latin1', 0, 1_024);
  const xml = isXml ? /^\s*<\?xml\s[^>]*?encoding\s*=\s*["']([\w.:-]+)/.exec(start) : null;
  const [, name] =
    xml ?? (type.includes('html') ? /<meta\s[^>]*?charset\s*=\s*["']?\s*([\w.:-]+)/i.exec(start) : null) ?? [];
  // If the declaration were true, it could not be read this way.
  return name !== undefined && /^utf-?16/i.test(name) ? 'utf-8' : name;
}
