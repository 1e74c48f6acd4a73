import { closeSync, openSync, readFileSync, rmSync, statSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
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
 * @throws errors of the file system
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
      onWait?.(ownerOf(path));
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
  try {
    const pid = ownerOf(path);
    // In a container, a killed run and the next one often have the same number.
    const isGone = pid === process.pid ? !held.has(path) : pid > 0 && !processIsAlive(pid);
    return isGone || Date.now() - statSync(path).mtimeMs > LONGEST_WAIT_MS;
  } catch (error) {
    // It was released meanwhile; anything else, such as a folder of this name, would be waited for forever.
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false;
    throw error;
  }
}

function ownerOf(path: string): number {
  return Number(readFileSync(path, 'utf8'));
}
