import { closeSync, openSync, readSync } from 'node:fs';

const CHUNK = 1 << 17;

/** Reads a file in chunks; a chunk is valid until the next one is read. */
export function* readChunks(path: string, size = CHUNK): Generator<Buffer> {
  const file = openSync(path, 'r');
  try {
    const buffer = Buffer.allocUnsafe(size);
    for (;;) {
      const length = readSync(file, buffer, 0, size, null);
      if (length === 0) return;
      yield buffer.subarray(0, length);
    }
  } finally {
    closeSync(file);
  }
}
