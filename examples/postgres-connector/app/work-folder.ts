import { chmodSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';

const PREFIX = 'postgres-connector-';

/** Makes a temporary folder that is removed when the process ends, and removes those of processes that were killed. */
export function makeWorkFolder(): string {
  removeLeftovers();
  const folder = mkdtempSync(join(tmpdir(), `${PREFIX}${process.pid}-`));
  // PostgreSQL does not run as root: it runs as a user that must be able to pass through this folder.
  chmodSync(folder, 0o711);
  removeAtExit(folder);
  return folder;
}

/** Removes a temporary folder of ours when the process ends; one of another name is somebody's own, and stays. */
export function removeAtExit(folder: string): void {
  if (basename(folder).startsWith(PREFIX)) process.once('exit', () => remove(folder));
}

/** A PostgreSQL whose data folder is gone ends by itself within a minute. */
function removeLeftovers(): void {
  for (const name of readdirSync(tmpdir())) {
    const owner = /^postgres-connector-(\d+)-/.exec(name)?.[1];
    if (owner !== undefined && !isRunning(Number(owner))) remove(join(tmpdir(), name));
  }
}

function remove(folder: string): void {
  rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 });
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
