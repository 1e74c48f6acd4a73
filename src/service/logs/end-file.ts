import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import type { ProcessEnd } from '../process/guardian-messages';

/** How and when a service's process ended without being told to. */
export interface NotedEnd {
  readonly end: ProcessEnd;
  /** In milliseconds since 1970. */
  readonly at: number;
}

/** Notes it beside the service's log, for workers: they know the log, and not the process. */
export function noteEnd(log: string, noted: NotedEnd): void {
  const file = endFileOf(log);
  // In one step, so that nobody reads half of it.
  writeFileSync(`${file}.new`, JSON.stringify(noted), { mode: 0o600 });
  renameSync(`${file}.new`, file);
}

/** What was noted; `undefined` while the process runs, and when it was stopped. */
export function readEnd(log: string): NotedEnd | undefined {
  try {
    return JSON.parse(readFileSync(endFileOf(log), 'utf8')) as NotedEnd;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

/** A process is about to write into the log. */
export function forgetEnd(log: string): void {
  rmSync(endFileOf(log), { force: true });
}

function endFileOf(log: string): string {
  return `${log}.end.json`;
}
