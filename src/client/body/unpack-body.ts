import { constants } from 'node:buffer';
import { type BodyHead, bodyStart, type Unreadable, UnreadableBody } from './unreadable-body';

type Zlib = typeof import('node:zlib');
type Unpack = (packed: Buffer, limit: { readonly maxOutputLength: number }) => Buffer;

/** A limit, because each compression may be a decompression bomb. */
const MOST_ENCODINGS = 5;

const UNSUPPORTED = /^(?:(?:x-)?(?:compress|bzip2?|lzma|xz|snappy.*|lz4|lzip|lzo)|dc[bz]|exi|sdch|pack200-gzip)$/;

/** A body over the size limit. */
export class TooLargeError extends Error {
  readonly code = 'TOO_LARGE';
}

/**
 * Undoes the compressions in the `content-encoding` header; the result is at most `maxBytes` long. A token that isn't a
 * compression (`utf-8`, `none`, `aws-chunked`) is ignored.
 */
export function unpackBody(body: Buffer, head: BodyHead, maxBytes: number): Buffer {
  if (head.contentEncoding === undefined) return body;
  const encodings = compressionsOf(head.contentEncoding);
  if (encodings.length > MOST_ENCODINGS) {
    const why = `content-encoding lists ${encodings.length} compressions; at most ${MOST_ENCODINGS} are supported.`;
    throw new UnreadableBody(head, { ...UNPACKABLE, why, fix: 'compress the body once.' });
  }
  return encodings.reduceRight((packed, encoding) => unpack(packed, encoding, { head, maxBytes }), body);
}

function compressionsOf(contentEncoding: string): string[] {
  return contentEncoding
    .toLowerCase()
    .split(',')
    .map((token) => token.replace(/;.*/s, '').trim())
    .filter((token) => ['gzip', 'x-gzip', 'deflate', 'br', 'zstd'].includes(token) || UNSUPPORTED.test(token));
}

interface Limits {
  readonly head: BodyHead;
  readonly maxBytes: number;
}

function unpack(packed: Buffer, encoding: string, { head, maxBytes }: Limits): Buffer {
  if (packed.length === 0) return packed;
  const zlib = require('node:zlib') as Zlib;
  const unpacker = unpackerOf(encoding, zlib);
  if (typeof unpacker !== 'function') throw new UnreadableBody(head, unpacker);
  try {
    return unpacker(packed, { maxOutputLength: Math.min(Math.max(1, maxBytes), constants.MAX_LENGTH) });
  } catch (error) {
    if ((error as { code?: unknown }).code === 'ERR_BUFFER_TOO_LARGE') throw new TooLargeError();
    throw new UnreadableBody(head, brokenText(packed, encoding, error as Error));
  }
}

function unpackerOf(encoding: string, zlib: Zlib): Unpack | Unreadable {
  switch (encoding) {
    case 'gzip':
    case 'x-gzip':
      return zlib.gunzipSync;
    case 'br':
      return zlib.brotliDecompressSync;
    case 'deflate':
      return (packed, limit) => inflaterOf(packed, zlib)(packed, limit);
    case 'zstd':
      // Not in Node 20.
      return (zlib as { zstdDecompressSync?: Unpack }).zstdDecompressSync ?? NO_ZSTD;
    default:
      return {
        ...UNPACKABLE,
        why: `content-encoding is ${JSON.stringify(encoding)}, which isn't supported.`,
        fix: `compress with gzip, deflate, br or zstd; ${ASKED}`,
      };
  }
}

/** Some servers send deflate without the zlib header that the standard requires. */
function inflaterOf(packed: Buffer, zlib: Zlib): Unpack {
  return ((packed[0] ?? 0) & 0x0f) === 8 ? zlib.inflateSync : zlib.inflateRawSync;
}

/** The message parts for a body that isn't compressed as the header says. */
export const UNPACKABLE = {
  what: "can't be decompressed",
  fix: 'send the body with the compression that content-encoding names, or remove that header;\na proxy in front of the app may have added it.',
};
const ASKED = 'the request accepts gzip, deflate or br (`accept-encoding`).';

const NO_ZSTD: Unreadable = {
  ...UNPACKABLE,
  why: `content-encoding is "zstd", which Node ${process.version} can't read.`,
  fix: `run Jest with Node 22.15 or later (23.8 or later for Node 23), or use another compression; ${ASKED}`,
};

function brokenText(packed: Buffer, encoding: string, { message }: Error): Unreadable {
  const isCut = /unexpected end of file/i.test(message);
  const problem = isCut
    ? `the ${encoding} data ends too early (${message}); ${packed.length} bytes arrived.`
    : `the body isn't ${encoding} data (${message}).`;
  const isText = /^[\t\n\r -~]+$/.test(packed.toString('latin1', 0, 16));
  return {
    ...UNPACKABLE,
    why: `content-encoding is "${encoding}", but ${problem}${isText ? `\n${bodyStart(packed)}` : ''}`,
  };
}
