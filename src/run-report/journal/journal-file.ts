import { createHash } from 'node:crypto';
import { closeSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { threadId } from 'node:worker_threads';

/** The start of the names of a test file's journals. @param mark Identifies its project. */
export function journalPrefix(path: string, mark = ''): string {
  return `${createHash('sha256').update(`${mark}\n${path}`).digest('hex').slice(0, 20)}-`;
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

/**
 * The journal of one execution of a test file. Each line is written at once, so that a crash loses nothing that was
 * written before.
 */
export class JournalFile {
  #descriptor: number | undefined;

  constructor({ folder, path, mark }: JournaledFile) {
    const started = String(Math.round(now() * 100)).padStart(18, '0');
    const name = `${journalPrefix(path, mark)}${started}-${process.pid}-${threadId}.jsonl`;
    this.#trying(() => {
      this.#descriptor = openSync(join(folder, name), 'ax', 0o600);
    });
  }

  /** Appends a line. After an error nothing more is written, so that no line is only half there. */
  append(text: string): void {
    const descriptor = this.#descriptor;
    if (descriptor === undefined) return;
    this.#trying(() => {
      const bytes = Buffer.from(`${text}\n`);
      for (let written = 0; written < bytes.length;) written += writeSync(descriptor, bytes, written);
    });
  }

  close(): void {
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
