import { createHash } from 'node:crypto';
import { closeSync, mkdirSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { isMainThread, threadId } from 'node:worker_threads';

/** The name of the folder for a test file's journals. @param mark Identifies its project. */
export function journalFolderName(path: string, mark = ''): string {
  return createHash('sha256').update(`${mark}\n${path}`).digest('hex').slice(0, 20);
}

/** The time in milliseconds since 1970, with fractions: the durations of requests have them too. */
export function now(): number {
  return Math.round((performance.timeOrigin + performance.now()) * 100) / 100;
}

/** The execution of a test file that a journal is about. */
export interface JournaledFile {
  readonly folder: string;
  readonly path: string;
  readonly mark?: string | undefined;
}

/** How many characters are written together. */
const MOST_PENDING = 1 << 16;

const OPEN = Symbol.for('jest-connector.open-journals');

/** The open journals of this process, also those of other copies of this module. */
function openJournals(): Set<{ flush(): void }> {
  const shared = globalThis as { [OPEN]?: Set<{ flush(): void }> };
  const open = shared[OPEN] ?? new Set();
  shared[OPEN] = open;
  return open;
}

/** Makes all that tests in this process have appended readable. */
export function flushJournals(): void {
  for (const journal of openJournals()) journal.flush();
}

/**
 * The journal of one execution of a test file. In a worker, each line is written at once, so that a crash of the worker
 * loses nothing. In band, the process that reads the journals would crash too, so lines are written together.
 */
export class JournalFile {
  /** Whether this process also reads the journal. */
  readonly #isInBand: boolean;
  #descriptor: number | undefined;
  #pending = '';

  /** @param isInBand @default whether it isn't a worker of Jest */
  constructor({ folder, path, mark }: JournaledFile, isInBand = isMainThread && process.send === undefined) {
    this.#isInBand = isInBand;
    const started = String(Math.round(now() * 100)).padStart(18, '0');
    const own = join(folder, journalFolderName(path, mark));
    this.#trying(() => {
      mkdirSync(own, { recursive: true, mode: 0o700 });
      this.#descriptor = openSync(join(own, `${started}-${process.pid}-${threadId}.jsonl`), 'ax', 0o600);
      openJournals().add(this);
    });
  }

  /** Appends a line. After an error nothing more is written, so that no line is only half there. */
  append(text: string): void {
    this.#pending += `${text}\n`;
    if (!this.#isInBand || this.#pending.length > MOST_PENDING) this.flush();
  }

  /** Writes what was appended. */
  flush(): void {
    const text = this.#pending;
    this.#pending = '';
    const descriptor = this.#descriptor;
    if (descriptor === undefined || text === '') return;
    this.#trying(() => {
      const bytes = Buffer.from(text);
      for (let written = 0; written < bytes.length;) written += writeSync(descriptor, bytes, written);
    });
  }

  close(): void {
    this.flush();
    openJournals().delete(this);
    if (this.#descriptor !== undefined) closeSync(this.#descriptor);
    this.#descriptor = undefined;
  }

  /** A test must not fail because the disk is full; the report then lacks what was not written. */
  #trying(work: () => void): void {
    try {
      work();
    } catch (error) {
      process.emitWarning(
        `jest-connector: the report lacks requests, because a journal can't be written: ${String(error)}`,
      );
      this.close();
    }
  }
}
