import type { IncomingMessage } from 'node:http';
import { decodeBody } from './decode-body';
import { TooLargeError, unpackBody } from './unpack-body';
import { type BodyHead, bodyHead } from './unreadable-body';

/** The size limit of a body, compressed and decompressed. */
export const MAX_BYTES = 200 * 1024 * 1024;

/** The body of a response, decompressed and decoded. */
export interface ReadText {
  readonly text: string;
  /** The decompressed size in bytes. */
  readonly size: number;
}

/** Reads the body of a response; at most `maxBytes`, compressed and decompressed. */
export function readText(incoming: IncomingMessage, maxBytes: number): Promise<ReadText> {
  return readBytes(incoming, maxBytes).then((bytes) => readBody(bytes, bodyHead(incoming), maxBytes));
}

/** Decompresses and decodes a body. */
export function readBody(body: Buffer, head: BodyHead, maxBytes: number): ReadText {
  const bytes = unpackBody(body, head, maxBytes);
  return { text: decodeBody(bytes, head), size: bytes.length };
}

function readBytes(incoming: IncomingMessage, maxBytes: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    incoming.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size > maxBytes) reject(new TooLargeError());
      else chunks.push(chunk);
    });
    incoming.on('end', () => resolve(chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks)));
    incoming.on('error', reject);
  });
}
