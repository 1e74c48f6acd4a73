import type { RecordText } from './json-lines';
import { readChunks } from './read-chunks';

/** What may come next, for messages. */
const EXPECTED = {
  document: '"{" or "["',
  'first type': 'the name of a type or "}"',
  type: 'the name of a type',
  colon: '":"',
  list: '"[" (a list of records)',
  'first record': '"{" or "]"',
  record: '"{"',
  'after record': '"," or "]"',
  'after list': '"," or "}"',
  end: 'the end of the file',
} as const;

type State = keyof typeof EXPECTED;

/** The next state for each character between records; `begun` starts a record or the name of a type. */
const MOVES: Readonly<Record<State, Readonly<Record<string, State | 'begun'>>>> = {
  document: { '{': 'first type', '[': 'first record' },
  'first type': { '"': 'begun', '}': 'end' },
  type: { '"': 'begun' },
  colon: { ':': 'list' },
  list: { '[': 'first record' },
  'first record': { '{': 'begun', ']': 'after list' },
  record: { '{': 'begun' },
  'after record': { ',': 'record', ']': 'after list' },
  'after list': { ',': 'type', '}': 'end' },
  end: {},
};

const [QUOTE, BACKSLASH, NEWLINE, BYTE_ORDER_MARK] = [34, 92, 10, '\uFEFF'];
const [OPEN, CLOSE, OPEN_LIST, CLOSE_LIST] = [123, 125, 91, 93];

/** A syntax error in a document, with its line. */
export class JsonDocumentError extends Error {
  readonly line: number;

  constructor(line: number, problem: string) {
    super(problem);
    this.line = line;
  }
}

/** Reads the records of a document `{ "<Type>": [{…}, …] }` or `[{…}, …]` without loading all of it. */
export function* jsonDocument(path: string, chunkSize?: number): Generator<readonly RecordText[]> {
  const splitter = new DocumentSplitter();
  for (const chunk of readChunks(path, chunkSize)) yield splitter.push(chunk);
  splitter.end();
}

/** Splits a document into the JSON of its records; the contents of records are not parsed. */
class DocumentSplitter {
  #state: State = 'document';
  #type: string | undefined;
  #line = 1;
  #found: RecordText[] = [];
  /** The part of an unfinished record or name from earlier chunks. */
  #begun: Buffer[] = [];
  #begunLine = 1;
  #depth = 0;
  #inText = false;
  /** The number of backslashes at the end of the last chunk, inside a string. */
  #backslashes = 0;

  push(chunk: Buffer): readonly RecordText[] {
    this.#found = [];
    const isFirst = this.#state === 'document' && chunk.indexOf(BYTE_ORDER_MARK) === 0;
    let index = isFirst ? Buffer.byteLength(BYTE_ORDER_MARK) : 0;
    while (index < chunk.length) {
      index = this.#depth > 0 || this.#inText ? this.#inside(chunk, index) : this.#between(chunk, index);
    }
    return this.#found;
  }

  end(): void {
    if (this.#state !== 'end') throw this.#error('the end of the file');
  }

  /** Continues inside a record or a name, up to its end or the chunk's end. */
  #inside(chunk: Buffer, from: number): number {
    let [index, depth, line] = [from, this.#depth, this.#line];
    do {
      if (this.#inText) {
        index = this.#endOfText(chunk, index);
        continue;
      }
      const byte = chunk[index] as number;
      index += 1;
      if (byte === QUOTE) this.#inText = true;
      else if (byte === OPEN || byte === OPEN_LIST) depth += 1;
      else if (byte === CLOSE || byte === CLOSE_LIST) depth -= 1;
      else if (byte === NEWLINE) line += 1;
    } while (index < chunk.length && (depth > 0 || this.#inText));
    [this.#depth, this.#line] = [depth, line];
    const part = chunk.subarray(from, index);
    if (depth > 0 || this.#inText) this.#begun.push(Buffer.from(part));
    else this.#complete(Buffer.concat([...this.#begun, part]).toString('utf8'));
    return index;
  }

  /** The index after the quote that ends a string, or the end of the chunk. */
  #endOfText(chunk: Buffer, from: number): number {
    const found = chunk.indexOf(QUOTE, from);
    const end = found < 0 ? chunk.length : found;
    let start = end;
    while (start > from && chunk[start - 1] === BACKSLASH) start -= 1;
    const backslashes = end - start + (start === from ? this.#backslashes : 0);
    this.#backslashes = found < 0 ? backslashes : 0;
    this.#inText = found < 0 || backslashes % 2 === 1;
    return found < 0 ? end : end + 1;
  }

  #complete(text: string): void {
    this.#begun = [];
    if (this.#state !== 'first type' && this.#state !== 'type') {
      this.#found.push({ text, line: this.#begunLine, ...(this.#type === undefined ? {} : { type: this.#type }) });
      this.#state = 'after record';
      return;
    }
    try {
      this.#type = JSON.parse(text) as string;
    } catch {
      throw this.#error(text);
    }
    this.#state = 'colon';
  }

  /** Handles one byte between records. */
  #between(chunk: Buffer, index: number): number {
    const character = String.fromCharCode(chunk[index] as number);
    if (character === '\n') this.#line += 1;
    if (' \n\r\t'.includes(character)) return index + 1;
    const next = MOVES[this.#state][character];
    if (next === undefined) throw this.#error(JSON.stringify(character));
    if (next === 'begun') {
      this.#begunLine = this.#line;
      return this.#inside(chunk, index);
    }
    this.#state = next === 'after list' && this.#type === undefined ? 'end' : next;
    return index + 1;
  }

  #error(found: string): JsonDocumentError {
    const inside = this.#depth > 0 || this.#inText;
    const expected = inside ? `the end of the value that begins on line ${this.#begunLine}` : EXPECTED[this.#state];
    return new JsonDocumentError(this.#line, `expected ${expected}, found ${found}`);
  }
}
