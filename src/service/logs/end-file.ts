import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import type { ProcessEnd } from '../process/guardian-messages';

/** How and when a service's process ended by itself. */
export interface NotedEnd {
  readonly end: ProcessEnd;
  /** In milliseconds since 1970. */
  readonly at: number;
}

/** Writes this next to the service's log for the workers, which know the log but not the process. */
export function noteEnd(log: string, noted: NotedEnd): void {
  const file = endFileOf(log);
  // Renamed in one step, so that no reader sees half of it.
  writeFileSync(`${file}.new`, JSON.stringify(noted), { mode: 0o600 });
  renameSync(`${file}.new`, file);
}

/** Reads it back; `undefined` while the process runs, and when it was stopped. */
export function readEnd(log: string): NotedEnd | undefined {
  try {
    return JSON.parse(readFileSync(endFileOf(log), 'utf8')) as NotedEnd;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

/** Removes it, because a new process is about to write to the log. */
export function forgetEnd(log: string): void {
  rmSync(endFileOf(log), { force: true });
}

function endFileOf(log: string): string {
  return `${log}.end.json`;
}
