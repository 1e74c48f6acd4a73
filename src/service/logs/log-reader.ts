import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { StringDecoder } from 'node:string_decoder';

/** More than this at once is not read: the newest is what counts. */
const MOST_BYTES = 1024 * 1024;

/** Reads on in a file that somebody else appends to. */
export class LogReader {
  readonly #file: number;
  readonly #decoder = new StringDecoder('utf8');
  #place: number;
  #unfinished = '';

  /** @param from Where to begin: at the file's start, or at its present end. @throws the error of the file system */
  constructor(path: string, from: 'start' | 'end') {
    this.#file = openSync(path, 'r');
    this.#place = from === 'start' ? 0 : fstatSync(this.#file).size;
  }

  /** Forgets what came until now. */
  skip(): void {
    this.#place = fstatSync(this.#file).size;
    this.#unfinished = '';
  }

  /** The whole lines that came since the last time. */
  lines(): string[] {
    const { size } = fstatSync(this.#file);
    // A log that has grown too large was begun anew.
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
