import { pack } from './pack';

/** The size of a chunk's JSON, in characters: the page reads it in a few milliseconds. */
const FULL = 200_000;

/** Collects the details of tests in chunks, which the page reads one by one. */
export class Chunks {
  readonly packed: string[] = [];
  #open: string[] = [];
  #characters = 0;
  #bytes = 0;

  /** The number of the chunk to which the next detail is added. */
  get number(): number {
    return this.packed.length;
  }

  get isFull(): boolean {
    return this.#characters > FULL;
  }

  /** Adds the JSON of a detail under an id, which needs no escaping. */
  add(id: string, json: string): void {
    this.#open.push(`"${id}":${json}`);
    this.#characters += json.length;
  }

  /** Packs what was added since the last call, and returns the size of all chunks in bytes. */
  close(): number {
    if (this.#open.length > 0) {
      const packed = pack(`{${this.#open.join(',')}}`);
      this.packed.push(packed);
      this.#bytes += packed.length;
    }
    this.#open = [];
    this.#characters = 0;
    return this.#bytes;
  }
}
