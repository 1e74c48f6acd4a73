import { gzipSync } from 'node:zlib';

/** JSON as it is embedded: compressed, in characters that mean nothing in HTML. */
export function pack(json: string): string {
  return gzipSync(json).toString('base64');
}
