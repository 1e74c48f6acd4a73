import { promisify } from 'node:util';
import { gzip, gzipSync } from 'node:zlib';

/** Makes JSON what is embedded: compressed, in characters that mean nothing in HTML. */
export type Pack = (json: Buffer) => string | Promise<string>;

const inThreads = promisify(gzip);

/** Packs at once. */
export function packNow(json: string | Buffer): string {
  return gzipSync(json).toString('base64');
}

/** Packs on other threads, so that several chunks are packed while the next one is made. */
export async function packInThreads(json: Buffer): Promise<string> {
  return (await inThreads(json)).toString('base64');
}
