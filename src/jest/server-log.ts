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

  /**
   * A scenario has failed: the lines since it began, without times and colours.
   *
   * @param awaited The workflow it waited for: what the app writes of being asked after it, again and again, is left out.
   */
  async lines(awaited?: string): Promise<string[]> {
    await pause(LAST_WORDS_MS);
    const lines = this.#reader.lines().map((line) => withoutStamps(stripVTControlCharacters(line)));
    return awaited === undefined ? lines : lines.filter((line) => !line.includes(`/status/${awaited}/`));
  }

  close(): void {
    this.#reader.close();
  }
}
