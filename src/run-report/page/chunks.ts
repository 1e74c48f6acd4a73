import type { Pack } from './pack';

/** The size of a chunk's JSON, in bytes: the page reads it in a few milliseconds. */
const FULL = 200_000;
/** Most chunks fit. */
const USUAL = 256 * 1024;
/** How many chunks may be packed at the same time. */
const MOST_OPEN = 4;

/** Collects the entries of tests in chunks, which the page reads one by one. */
export class Chunks {
  readonly packed: Packed[] = [];
  readonly #pack: Pack;
  /** The JSON of the open chunk: strings of this size would stay in memory for long. */
  #json: Buffer = Buffer.alloc(0);
  /** Buffers of chunks that are packed. */
  readonly #free: Buffer[] = [];
  #size = 0;
  #bytes = 0;

  constructor(pack: Pack) {
    this.#pack = pack;
  }

  /** The number of the chunk to which the next entry is added. */
  get number(): number {
    return this.packed.length;
  }

  get isFull(): boolean {
    return this.#size > FULL;
  }

  /** The size of the chunks that are packed, in bytes. */
  get bytes(): number {
    return this.#bytes;
  }

  /** Adds an entry, whose JSON is in pieces, under an id that needs no escaping. */
  add(id: string, json: readonly string[]): void {
    this.#append(`${this.#size === 0 ? '{' : ','}"${id}":`);
    for (const piece of json) this.#append(piece);
  }

  /**
   * Packs what was added since the last call.
   *
   * @returns What to wait for, so that only a few chunks are in memory as JSON; it resolves to nothing.
   */
  close(): Packed {
    if (this.#size > 0) {
      this.#append('}');
      const buffer = this.#json;
      this.packed.push(this.#counted(this.#pack(buffer.subarray(0, this.#size)), buffer));
    }
    this.#json = this.#free.pop() ?? Buffer.alloc(0);
    this.#size = 0;
    const last = this.packed.at(-MOST_OPEN) ?? '';
    return typeof last === 'string' ? '' : last.then(() => '');
  }

  #append(text: string): void {
    // The longest that UTF-8 can be.
    const longest = this.#size + 3 * text.length;
    if (longest > this.#json.length) {
      const larger = Buffer.allocUnsafe(Math.max(USUAL, 2 * longest));
      this.#json.copy(larger);
      this.#json = larger;
    }
    this.#size += this.#json.write(text, this.#size);
  }

  #counted(packed: Packed, buffer: Buffer): Packed {
    if (typeof packed !== 'string') return packed.then((text) => this.#counted(text, buffer));
    this.#bytes += packed.length;
    if (buffer.length === USUAL) this.#free.push(buffer);
    return packed;
  }
}

type Packed = ReturnType<Pack>;
