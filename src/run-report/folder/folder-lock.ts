import { closeSync, lstatSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { ConnectorTestError } from '../../errors';
import { processIsAlive } from '../../service/process-is-alive';

/** The name of the lock in a report folder. */
export const LOCK = '.jest-connector.lock';

const LONGEST_WAIT_MS = 30_000;
const SILENT_WAIT_MS = 1_000;
const PAUSE_MS = 50;

/** The locks of this process. */
const held = new Set<string>();

/**
 * Does `work` while no other run writes to the same folder. The lock of a process that is gone is removed, and so is one
 * that is older than the longest wait.
 *
 * @param onWait Called once if this has to wait for long, with the process that has the lock.
 * @throws ConnectorTestError REPORT_NOT_WRITTEN if something else is in place of the lock; errors of the file system
 */
export async function withLock<Value>(
  folder: string,
  work: () => Value | Promise<Value>,
  onWait?: (pid: number) => void,
): Promise<Value> {
  const path = join(folder, LOCK);
  const start = Date.now();
  let isTold = false;
  while (!take(path)) {
    if (!isTold && Date.now() - start > SILENT_WAIT_MS) {
      isTold = true;
      const pid = ownerOf(path);
      if (pid !== undefined) onWait?.(pid);
    }
    await pause(PAUSE_MS);
  }
  try {
    return await work();
  } finally {
    release(path);
  }
}

/** Does `work` unless another run writes to the same folder at this moment. */
export function ifUnlocked(folder: string, work: () => void): void {
  const path = join(folder, LOCK);
  // The second time without a lock that is out of date.
  if (!take(path) && !take(path)) return;
  try {
    work();
  } finally {
    release(path);
  }
}

function take(path: string): boolean {
  try {
    const descriptor = openSync(path, 'wx');
    writeSync(descriptor, String(process.pid));
    closeSync(descriptor);
    held.add(path);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    if (isStale(path)) rmSync(path, { force: true });
    return false;
  }
}

function release(path: string): void {
  held.delete(path);
  rmSync(path, { force: true });
}

function isStale(path: string): boolean {
  const stats = lstatSync(path, { throwIfNoEntry: false });
  // It was released meanwhile.
  if (stats === undefined) return false;
  if (!stats.isFile()) throw notALock(path);
  // The clock of another machine may be ahead.
  const age = Math.abs(Date.now() - stats.mtimeMs);
  const pid = ownerOf(path);
  if (pid === undefined) return age > SILENT_WAIT_MS;
  // In a container, a killed run and the next one often have the same number.
  const isGone = pid === process.pid ? !held.has(path) : !processIsAlive(pid);
  return isGone || age > LONGEST_WAIT_MS;
}

/** The process that has the lock; `undefined` if it hasn't written its number yet, or never will. */
function ownerOf(path: string): number | undefined {
  try {
    const pid = Number(readFileSync(path, 'utf8'));
    return Number.isInteger(pid) && pid > 0 ? pid : undefined;
  } catch {
    // It was released meanwhile.
    return undefined;
  }
}

function notALock(path: string): ConnectorTestError {
  return new ConnectorTestError('REPORT_NOT_WRITTEN', {
    what: `The report was not written to ${dirname(path)}.`,
    why: `${path} is not a file, so it can't be the lock of another run.`,
    fix: 'remove it, or choose another folder (`report: { folder }`, or `--out` of merge).',
  });
}
