import type { IncomingMessage } from 'node:http';

/** What {@link readText} rejects with when the body is over the limit. */
class TooLargeError extends Error {
  readonly code = 'TOO_LARGE';
}

/** The body of an answer as text, decompressed; at most `maxBytes`, on the wire and unpacked. */
export async function readText(incoming: IncomingMessage, maxBytes: number): Promise<string> {
  const bytes = await readBytes(incoming, maxBytes);
  const encodings = (incoming.headers['content-encoding'] ?? '')
    .toLowerCase()
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '' && name !== 'identity');
  return encodings.reduceRight((packed, encoding) => unpack(packed, encoding, maxBytes), bytes).toString('utf8');
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

function unpack(packed: Buffer, encoding: string, maxOutputLength: number): Buffer {
  if (packed.length === 0) return packed;
  const zlib = require('node:zlib') as typeof import('node:zlib');
  try {
    if (encoding === 'gzip' || encoding === 'x-gzip') return zlib.gunzipSync(packed, { maxOutputLength });
    if (encoding === 'br') return zlib.brotliDecompressSync(packed, { maxOutputLength });
    if (encoding === 'deflate') {
      // Some servers send it without the zlib header that the standard asks for.
      const hasHeader = ((packed[0] ?? 0) & 0x0f) === 8;
      return (hasHeader ? zlib.inflateSync : zlib.inflateRawSync)(packed, { maxOutputLength });
    }
  } catch (error) {
    throw (error as { code?: unknown }).code === 'ERR_BUFFER_TOO_LARGE' ? new TooLargeError() : error;
  }
  throw new Error(`the content encoding ${JSON.stringify(encoding)} was not asked for, and is not known`);
}
