import { LogReader } from '../../service/logs/log-reader';
import { withoutStamps } from '../../service/logs/stamped-lines';
import { writeStderr } from '../output/write-stderr';

const POLL_EVERY_MS = 100;
/** ANSI codes of distinct foreground colours. */
const COLOURS = [36, 35, 33, 32, 34];

/** Prints the logs of services as they are written, each line prefixed with the name of its service. */
export class LogFollower {
  readonly #logs: { readonly prefix: string; readonly reader: LogReader }[] = [];
  #timer: NodeJS.Timeout | undefined;

  /** Follows another log, from its start. */
  follow(name: string, path: string): void {
    const colour = COLOURS[this.#logs.length % COLOURS.length];
    const prefix = process.stderr.isTTY ? `\u001B[${String(colour)}m[${name}]\u001B[39m` : `[${name}]`;
    this.#logs.push({ prefix, reader: new LogReader(path, 'start') });
    this.#timer ??= setInterval(() => this.probe(), POLL_EVERY_MS).unref();
  }

  /** Prints the lines since the last call. */
  probe(): void {
    for (const { prefix, reader } of this.#logs) {
      const lines = reader.lines().map((line) => `${prefix} ${withoutStamps(line)}\n`);
      if (lines.length > 0) writeStderr(lines.join(''));
    }
  }

  /** Prints the last lines and stops. */
  close(): void {
    clearInterval(this.#timer);
    this.probe();
    for (const { reader } of this.#logs) reader.close();
    this.#logs.length = 0;
  }
}
