import { chmodSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';

const PREFIX = 'postgres-connector-';

/** Creates a temporary folder that is removed when the process ends, and removes those of killed processes. */
export function makeWorkFolder(): string {
  removeLeftovers();
  const folder = mkdtempSync(join(tmpdir(), `${PREFIX}${process.pid}-`));
  // PostgreSQL doesn't run as root, and the user that it runs as must be able to traverse this folder.
  chmodSync(folder, 0o711);
  removeAtExit(folder);
  return folder;
}

/** Removes a folder when the process ends, but only if its name shows that it is one of our temporary folders. */
export function removeAtExit(folder: string): void {
  if (basename(folder).startsWith(PREFIX)) process.once('exit', () => remove(folder));
}

/** Removing the folders is enough, because a PostgreSQL whose data folder no longer exists ends within a minute. */
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
