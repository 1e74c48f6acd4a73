import { readChunks } from './read-chunks';

/** The JSON of one record, and its line in the file. */
export interface RecordText {
  readonly text: string;
  readonly line: number;
  /** The type that a document lists it under. */
  readonly type?: string;
}

const NEWLINE = 10;

/** Reads the non-empty lines of a file, a batch at a time. */
export function* jsonLines(path: string, chunkSize?: number): Generator<readonly RecordText[]> {
  let rest: Buffer = Buffer.alloc(0);
  let line = 0;
  for (const chunk of readChunks(path, chunkSize)) {
    const end = chunk.lastIndexOf(NEWLINE);
    if (end < 0) {
      rest = Buffer.concat([rest, chunk]);
      continue;
    }
    const whole = rest.length === 0 ? chunk.subarray(0, end) : Buffer.concat([rest, chunk.subarray(0, end)]);
    rest = Buffer.from(chunk.subarray(end + 1));
    const texts = whole.toString('utf8').split('\n');
    yield filled(texts, line);
    line += texts.length;
  }
  yield filled([rest.toString('utf8')], line);
}

function filled(texts: readonly string[], before: number): RecordText[] {
  const found: RecordText[] = [];
  texts.forEach((text, index) => {
    const line = before + index + 1;
    const content = line === 1 && text.startsWith('\uFEFF') ? text.slice(1) : text;
    if (content.trim() !== '') found.push({ text: content, line });
  });
  return found;
}
