import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { StringDecoder } from 'node:string_decoder';

/** At most this much is read at once: only the newest lines matter. */
const MOST_BYTES = 1024 * 1024;

/** Follows a file that another process appends to. */
export class LogReader {
  readonly #file: number;
  readonly #decoder = new StringDecoder('utf8');
  #place: number;
  #unfinished = '';

  /** @param from Where to begin: at the file's start, or at its current end. @throws the file system's error */
  constructor(path: string, from: 'start' | 'end') {
    this.#file = openSync(path, 'r');
    this.#place = from === 'start' ? 0 : fstatSync(this.#file).size;
  }

  /** Skips everything written so far. */
  skip(): void {
    this.#place = fstatSync(this.#file).size;
    this.#unfinished = '';
  }

  /** The complete lines written since the last call. */
  lines(): string[] {
    const { size } = fstatSync(this.#file);
    // A log that grew too large is truncated and starts again.
    if (size < this.#place) this.#place = 0;
    if (size - this.#place > MOST_BYTES) this.#place = size - MOST_BYTES;
    const bytes = Buffer.alloc(Math.max(0, size - this.#place));
    this.#place += readSync(this.#file, bytes, 0, bytes.length, this.#place);
    const lines = (this.#unfinished + this.#decoder.write(bytes)).split('\n');
    this.#unfinished = lines.pop() ?? '';
    return lines;
  }

  close(): void {
    closeSync(this.#file);
  }
}
