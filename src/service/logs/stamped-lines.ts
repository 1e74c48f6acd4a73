const STAMP = /^\d{4}-\d\d-\d\dT[\d:.]+Z /gm;
const LINE_STAMP = /^\d{4}-\d\d-\d\dT[\d:.]+Z /;
/** A carriage return alone ends a line, too, as for CI systems; at the end of a piece its line feed may still come. */
const LINE_END = /\r\n|\n|\r(?!$)/;
/** A line that never ends is written in pieces. */
const LONGEST = 64 * 1024;

/** The text of a log without the times before its lines. */
export function withoutStamps(text: string): string {
  return text.replace(STAMP, '');
}

/** A line of a log with its time apart, in milliseconds since 1970; `undefined` for the rest of a line that was begun before. */
export function unstamped(line: string): { readonly time: number; readonly text: string } | undefined {
  const stamp = LINE_STAMP.exec(line)?.[0];
  return stamp === undefined ? undefined : { time: Date.parse(stamp.trimEnd()), text: line.slice(stamp.length) };
}

/** Takes what a process writes in any pieces, and hands on whole lines, each with its time. */
export class StampedLines {
  #unfinished = '';

  constructor(
    private readonly write: (lines: string) => void,
    private readonly clean: (line: string) => string = (line) => line,
  ) {}

  /** Takes a piece. */
  add(piece: string): void {
    const lines = (this.#unfinished + piece).split(LINE_END);
    this.#unfinished = lines.pop() ?? '';
    this.#put(lines);
    if (this.#unfinished.length > LONGEST) this.end();
  }

  /** Writes what has no end of line yet. */
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
