import { isUtf8 } from 'node:buffer';
// jsdom doesn't have it among its globals.
import { TextDecoder } from 'node:util';

/** The decoded string, or the offset of the first invalid byte, or a marker that the charset is unknown. */
export type DecodedText =
  { readonly text: string } | { readonly invalidAt: number } | { readonly unknownCharset: true };

/** Labels that servers send and the Encoding Standard doesn't list. */
const ALIASES: Readonly<Record<string, string>> = {
  'latin-1': 'latin1',
  'utf-8-sig': 'utf-8',
  utf8mb4: 'utf-8',
  cp932: 'shift_jis',
  cp936: 'gbk',
};

const CHUNK = 65_536;
const LONGEST_SEQUENCE = 8;

/** Decodes `bytes` strictly; a byte order mark is kept. */
export function decodeText(bytes: Uint8Array, charset: string): DecodedText {
  const label = charset.toLowerCase();
  if (/^utf-?8$/.test(label)) return decodeUtf8(bytes);
  // The Encoding Standard treats it as windows-1252, in which every byte is valid.
  if (/^(?:us-)?ascii$|^ansi_x3\.4-19(?:68|86)$|^iso646-us$/.test(label)) return decodeAscii(bytes);
  const name = knownName(label);
  if (name === undefined) return { unknownCharset: true };
  if (name === 'utf-8') return decodeUtf8(bytes);
  const text = decodedBy(newDecoder(name), bytes);
  return text === undefined ? { invalidAt: firstInvalid(bytes, name) } : { text };
}

/** What Node puts in place of invalid bytes. */
const REPLACEMENT = '\uFFFD';

function decodeUtf8(bytes: Uint8Array): DecodedText {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8');
  // Only then are the bytes inspected: the first call of `isUtf8` may take several milliseconds.
  if (!text.includes(REPLACEMENT) || isUtf8(bytes)) return { text };
  return { invalidAt: firstInvalid(bytes, 'utf-8') };
}

function decodeAscii(bytes: Uint8Array): DecodedText {
  const invalidAt = bytes.findIndex((byte) => byte > 0x7f);
  return invalidAt === -1 ? { text: Buffer.from(bytes).toString('latin1') } : { invalidAt };
}

function knownName(label: string): string | undefined {
  const dashed = label.replaceAll('_', '-');
  return [label, dashed, ALIASES[dashed] ?? ''].find(isKnown);
}

function isKnown(label: string): boolean {
  try {
    newDecoder(label);
    return true;
  } catch {
    return false;
  }
}

function newDecoder(label: string): TextDecoder {
  return new TextDecoder(label, { fatal: true, ignoreBOM: true });
}

/** `undefined` for invalid bytes. */
function decodedBy(decoder: TextDecoder, bytes: Uint8Array): string | undefined {
  try {
    // As a stream, because otherwise Node 20 decodes windows-1252 as ISO-8859-1.
    return decoder.decode(bytes, { stream: true }) + decoder.decode();
  } catch (error) {
    if ((error as { code?: unknown }).code === 'ERR_ENCODING_INVALID_ENCODED_DATA') return undefined;
    throw error;
  }
}

/** The offset of the first sequence that a decoder rejects. */
function firstInvalid(bytes: Uint8Array, name: string): number {
  const start = Math.max(0, failingChunk(bytes, name) - LONGEST_SEQUENCE);
  const decoder = newDecoder(name);
  decoder.decode(bytes.subarray(0, start), { stream: true });
  let valid = start;
  for (let index = start; index < bytes.length; index += 1) {
    const character = tryDecode(decoder, bytes.subarray(index, index + 1));
    if (character === undefined) break;
    if (character !== '') valid = index + 1;
  }
  return Math.min(valid, bytes.length - 1);
}

/** The offset of the chunk in which a decoder fails; the last chunk if it fails only at the end. */
function failingChunk(bytes: Uint8Array, name: string): number {
  const decoder = newDecoder(name);
  let start = 0;
  for (; start + CHUNK < bytes.length; start += CHUNK) {
    if (tryDecode(decoder, bytes.subarray(start, start + CHUNK)) === undefined) break;
  }
  return start;
}

function tryDecode(decoder: TextDecoder, bytes: Uint8Array): string | undefined {
  try {
    return decoder.decode(bytes, { stream: true });
  } catch {
    return undefined;
  }
}
