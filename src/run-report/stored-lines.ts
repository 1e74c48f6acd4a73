import { closeSync, openSync, readSync } from 'node:fs';
import { parseJson } from '../json/exact-json';
import type { Json } from '../json/json';

/** Where a line is in its file, in bytes. */
export interface LinePlace {
  readonly start: number;
  readonly length: number;
}

/** A line of a file. */
export interface StoredLine {
  /** Only valid until the next line is taken: all lines share a buffer, because many of them would stay in memory for long. */
  readonly bytes: Buffer;
  readonly place: LinePlace;
  /** Whether it ended with a line break; the last line of a cut file didn't. */
  readonly isWhole: boolean;
}

const PIECE = 1 << 18;
const AHEAD = 1 << 16;
const BREAK = 10;
/** Several files of a report need the same line one after the other, and a test may consist of several. */
const MOST_KEPT = 16;

/** A file with JSON on each line, which may be too large for the memory. */
export class StoredLines {
  readonly #path: string;

  constructor(path: string) {
    this.#path = path;
  }

  /** Reads the line at a place. Throws if it isn't JSON. */
  read(place: LinePlace): Json {
    return this.#opened().line(place);
  }

  /** The lines, one after the other. */
  *all(): Generator<StoredLine> {
    let buffer = Buffer.allocUnsafeSlow(PIECE);
    let start = 0;
    let size = 0;
    for (;;) {
      // A line that is longer.
      if (size === buffer.length) buffer = Buffer.concat([buffer], 2 * size);
      const read = this.#opened().readAt(buffer.subarray(size), start + size);
      if (read === 0) break;
      const bytes = buffer.subarray(0, size + read);
      let from = 0;
      for (let end = bytes.indexOf(BREAK, size); end >= 0; end = bytes.indexOf(BREAK, from)) {
        yield { bytes: bytes.subarray(from, end), place: { start: start + from, length: end - from }, isWhole: true };
        from = end + 1;
      }
      size = bytes.copy(buffer, 0, from);
      start += from;
    }
    if (size > 0) yield { bytes: buffer.subarray(0, size), place: { start, length: size }, isWhole: false };
  }

  #opened(): OpenFile {
    if (open?.owner !== this) {
      closeStoredLines();
      open = { owner: this, file: new OpenFile(this.#path) };
    }
    return open.file;
  }
}

/** Only one file is open at a time: a run may have thousands of them. */
let open: { readonly owner: StoredLines; readonly file: OpenFile } | undefined;

/** Closes the file that was read last, so that it can be removed everywhere. */
export function closeStoredLines(): void {
  open?.file.close();
  open = undefined;
}

class OpenFile {
  readonly #descriptor: number;
  /** The values that were read last, by the start of their line. */
  readonly #kept = new Map<number, Json>();
  /** The part of the file that was read last, how much of it is there, and where it is. */
  readonly #ahead = Buffer.allocUnsafeSlow(AHEAD);
  #aheadSize = 0;
  #aheadFrom = 0;

  constructor(path: string) {
    this.#descriptor = openSync(path, 'r');
  }

  line({ start, length }: LinePlace): Json {
    const known: Json = this.#kept.get(start);
    if (known !== undefined) return known;
    const value: Json = parseJson(this.#text(start, length));
    const [oldest] = this.#kept.keys();
    if (this.#kept.size >= MOST_KEPT && oldest !== undefined) this.#kept.delete(oldest);
    this.#kept.set(start, value);
    return value;
  }

  /** Fills `bytes` as far as the file goes. */
  readAt(bytes: Buffer, start: number): number {
    let size = 0;
    for (;;) {
      const read = readSync(this.#descriptor, bytes, size, bytes.length - size, start + size);
      size += read;
      if (read === 0 || size === bytes.length) return size;
    }
  }

  close(): void {
    closeSync(this.#descriptor);
  }

  /** A part of the file. Lines are mostly read in their order, so the next ones are read with it. */
  #text(start: number, length: number): string {
    const from = start - this.#aheadFrom;
    if (from >= 0 && from + length <= this.#aheadSize) return this.#ahead.toString('utf8', from, from + length);
    if (length > AHEAD) {
      const line = Buffer.allocUnsafeSlow(length);
      return line.toString('utf8', 0, this.readAt(line, start));
    }
    this.#aheadSize = this.readAt(this.#ahead, start);
    this.#aheadFrom = start;
    return this.#ahead.toString('utf8', 0, Math.min(length, this.#aheadSize));
  }
}
