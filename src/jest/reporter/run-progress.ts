import { relative } from 'node:path';
import type { Stoppable } from '../../service/process/stop-on-exit';
import { writeStderr } from '../output/write-stderr';

const MOST_FILES = 5;

/**
 * Tracks how far a run got, in case a signal ends it. The results of such a run may look as if it passed, because tests
 * continue while services are stopped.
 */
export class RunProgress implements Stoppable {
  readonly title = '';
  readonly #rootDir: string;
  readonly #onInterrupt: (signal: string) => Promise<void>;
  readonly #running = new Map<string, number>();
  #files = 0;
  #endedFiles = 0;
  #endedTests = 0;
  #signal: string | undefined;

  /** @param onInterrupt Called with the signal before the process ends. */
  constructor(rootDir: string, onInterrupt: (signal: string) => Promise<void> = () => Promise.resolve()) {
    this.#rootDir = rootDir;
    this.#onInterrupt = onInterrupt;
  }

  /** The signal that ended the run. */
  get signal(): string | undefined {
    return this.#signal;
  }

  began(files: number): void {
    this.#files = files;
  }

  fileStarted(path: string): void {
    this.#running.set(path, 0);
  }

  testEnded(path: string): void {
    this.#running.set(path, (this.#running.get(path) ?? 0) + 1);
    this.#endedTests += 1;
  }

  fileEnded(path: string): void {
    if (this.#running.delete(path)) this.#endedFiles += 1;
  }

  /** Printed last, with the state at that moment. */
  interrupted(signal: string): void {
    this.#signal = signal;
    process.exitCode = 1;
    process.once('exit', () => writeStderr(`\n${this.text()}\n`));
  }

  async stop(): Promise<void> {
    if (this.#signal !== undefined) await this.#onInterrupt(this.#signal);
  }

  /** The process ends before the run has: a test may have called `process.exit(0)`, and the run must not look passed. */
  stopNow(): void {
    if (this.#signal !== undefined) return;
    process.exitCode ||= 1;
    writeStderr(`\n${this.text()}\n`);
  }

  killNow(): void {
    // Nothing to do: only services are stopped.
  }

  /** Describes what did not run, and why. */
  text(): string {
    const ended = `the tests that had started ended (${this.#endedTests}) while the run was stopped`;
    const rest = this.#rest() || ended;
    return this.#signal === undefined
      ? `The process ended before the run did: this run did not pass; ${rest}. Look for process.exit, or an error above.`
      : `Interrupted by ${this.#signal}: this run did not pass; ${rest}. Run it again.`;
  }

  /** Describes what Jest itself left out; `undefined` if that is nothing. @param why Begins the sentence. */
  leftOut(why: string): string | undefined {
    const rest = this.#rest();
    return rest === '' ? undefined : `${why}: ${rest}.`;
  }

  #rest(): string {
    const running = [...this.#running].map(
      ([path, tests]) => `${relative(this.#rootDir, path)} (${tests === 1 ? '1 test' : `${tests} tests`} had ended)`,
    );
    const waiting = this.#files - this.#endedFiles - running.length;
    const more = running.length > MOST_FILES ? ', …' : '';
    return [
      ...(running.length > 0 ? [`not finished: ${running.slice(0, MOST_FILES).join(', ')}${more}`] : []),
      ...(waiting > 0 ? [`not started: ${waiting} test ${waiting === 1 ? 'file' : 'files'}`] : []),
    ].join('; ');
  }
}
