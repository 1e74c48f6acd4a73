import { closeSync, openSync, readFileSync, rmSync, statSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { processIsAlive } from '../../service/process-is-alive';

/** The name of the lock in a report folder. */
export const LOCK = '.jest-connector.lock';

const LONGEST_WAIT_MS = 30_000;
const PAUSE_MS = 50;

/**
 * Does `work` while no other run writes to the same folder. The lock of a process that is gone is removed, and so is one
 * that is older than the longest wait.
 */
export async function withLock<Value>(folder: string, work: () => Value | Promise<Value>): Promise<Value> {
  const path = join(folder, LOCK);
  while (!take(path)) await pause(PAUSE_MS);
  try {
    return await work();
  } finally {
    rmSync(path, { force: true });
  }
}

function take(path: string): boolean {
  try {
    const descriptor = openSync(path, 'wx');
    writeSync(descriptor, String(process.pid));
    closeSync(descriptor);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    if (isStale(path)) rmSync(path, { force: true });
    return false;
  }
}

function isStale(path: string): boolean {
  try {
    const pid = Number(readFileSync(path, 'utf8'));
    return Date.now() - statSync(path).mtimeMs > LONGEST_WAIT_MS || (pid > 0 && !processIsAlive(pid));
  } catch {
    // It was released meanwhile.
    return false;
  }
}
