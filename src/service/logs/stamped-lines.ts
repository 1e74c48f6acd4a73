const STAMP = /^\d{4}-\d\d-\d\dT[\d:.]+Z /gm;
const LINE_STAMP = /^\d{4}-\d\d-\d\dT[\d:.]+Z /;
/** A lone carriage return ends a line too, as in CI logs. At the end of a chunk its line feed may still follow. */
const LINE_END = /\r\n|\n|\r(?!$)/;
/** A longer line is written in parts. */
const LONGEST = 64 * 1024;

/** A log without the timestamps at the start of its lines. */
export function withoutStamps(text: string): string {
  return text.replace(STAMP, '');
}

/**
 * Splits a log line into its time (milliseconds since 1970) and content; `undefined` for the continuation of an earlier
 * line.
 */
export function unstamped(line: string): { readonly time: number; readonly text: string } | undefined {
  const stamp = LINE_STAMP.exec(line)?.[0];
  return stamp === undefined ? undefined : { time: Date.parse(stamp.trimEnd()), text: line.slice(stamp.length) };
}

/** Turns a process's output, in chunks of any size, into complete lines with timestamps. */
export class StampedLines {
  #unfinished = '';

  constructor(
    private readonly write: (lines: string) => void,
    private readonly clean: (line: string) => string = (line) => line,
  ) {}

  /** Adds a chunk of output. */
  add(piece: string): void {
    const lines = (this.#unfinished + piece).split(LINE_END);
    this.#unfinished = lines.pop() ?? '';
    this.#put(lines);
    if (this.#unfinished.length > LONGEST) this.end();
  }

  /** Writes the last line even though it has no line end yet. */
  end(): void {
    const rest = this.#unfinished.replace(/\r$/, '');
    this.#unfinished = '';
    if (rest !== '') this.#put([rest]);
  }

  #put(lines: readonly string[]): void {
    if (lines.length === 0) return;
    const time = new Date().toISOString();
    this.write(lines.map((line) => `${time} ${this.clean(line)}\n`).join(''));
  }
}
