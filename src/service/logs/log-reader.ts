import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { StringDecoder } from 'node:string_decoder';

/** At most this many bytes are read at once: only the newest lines matter. */
const MOST_BYTES = 1024 * 1024;

/** Follows a file that another process appends to. */
export class LogReader {
  readonly #file: number;
  readonly #decoder = new StringDecoder('utf8');
  #place: number;
  #unfinished = '';

  /** @param from Where to begin: at the start of the file, or at its current end. @throws the file system's error */
  constructor(path: string, from: 'start' | 'end') {
    this.#file = openSync(path, 'r');
    this.#place = from === 'start' ? 0 : fstatSync(this.#file).size;
  }

  /** The current end of the file, as an offset. */
  end(): number {
    return fstatSync(this.#file).size;
  }

  /** The complete lines written since the last call. */
  lines(): string[] {
    const { bytes, end } = this.#read(this.#place);
    this.#place = end;
    const lines = (this.#unfinished + this.#decoder.write(bytes)).split('\n');
    this.#unfinished = lines.pop() ?? '';
    return lines;
  }

  /** The complete lines from an offset on; what {@link lines} returns next stays the same. */
  linesFrom(place: number): string[] {
    return this.#read(place).bytes.toString('utf8').split('\n').slice(0, -1);
  }

  close(): void {
    closeSync(this.#file);
  }

  #read(place: number): { readonly bytes: Buffer; readonly end: number } {
    const { size } = fstatSync(this.#file);
    // A log that had grown too large was restarted.
    const from = Math.max(size < place ? 0 : place, size - MOST_BYTES);
    const bytes = Buffer.alloc(size - from);
    const read = readSync(this.#file, bytes, 0, bytes.length, from);
    return { bytes: bytes.subarray(0, read), end: from + read };
  }
}
