import { setTimeout as pause } from 'node:timers/promises';
import { stripVTControlCharacters } from 'node:util';
import { LogReader } from '../service/log-reader';
import { withoutStamps } from '../service/stamped-lines';

/** What the app writes takes a moment to come into its log. */
const LAST_WORDS_MS = 60;

/** What the app that was started writes while a scenario runs; with several workers, what it writes for the others too. */
export class ServerLog {
  readonly #reader: LogReader;

  /** @throws the error of the file system when there is no such log */
  constructor(path: string) {
    this.#reader = new LogReader(path, 'end');
  }

  /** A scenario begins. */
  begin(): void {
    this.#reader.skip();
  }

  /** A scenario has failed: the lines since it began, without times and colours. */
  async lines(): Promise<string[]> {
    await pause(LAST_WORDS_MS);
    return this.#reader.lines().map((line) => withoutStamps(stripVTControlCharacters(line)));
  }

  close(): void {
    this.#reader.close();
  }
}
