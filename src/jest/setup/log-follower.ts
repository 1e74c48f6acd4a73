import { LogReader } from '../../service/logs/log-reader';
import { withoutStamps } from '../../service/logs/stamped-lines';
import { writeStderr } from '../output/write-stderr';

const POLL_EVERY_MS = 100;
/** Cyan, magenta, yellow, green, blue. */
const COLOURS = [36, 35, 33, 32, 34];

/** Shows the logs of services while they are written, each line behind the name of its service. */
export class LogFollower {
  readonly #logs: { readonly prefix: string; readonly reader: LogReader }[] = [];
  #timer: NodeJS.Timeout | undefined;

  /** Follows one more log, from its start on. */
  follow(name: string, path: string): void {
    const colour = COLOURS[this.#logs.length % COLOURS.length];
    const prefix = process.stderr.isTTY ? `\u001B[${String(colour)}m[${name}]\u001B[39m` : `[${name}]`;
    this.#logs.push({ prefix, reader: new LogReader(path, 'start') });
    this.#timer ??= setInterval(() => this.probe(), POLL_EVERY_MS).unref();
  }

  /** Shows what has come since the last look. */
  probe(): void {
    for (const { prefix, reader } of this.#logs) {
      const lines = reader.lines().map((line) => `${prefix} ${withoutStamps(line)}\n`);
      if (lines.length > 0) writeStderr(lines.join(''));
    }
  }

  /** Shows the last lines, and ends. */
  close(): void {
    clearInterval(this.#timer);
    this.probe();
    for (const { reader } of this.#logs) reader.close();
    this.#logs.length = 0;
  }
}
