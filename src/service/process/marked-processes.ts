import { readdirSync, readFileSync } from 'node:fs';

/** Set for a service alone; what it starts inherits it, also what leaves the service's process group. */
export const SERVICE_MARK = 'CONNECTOR_SERVICE';

/** The processes that inherited a mark. Only Linux shows the environment of a process; elsewhere there are none. */
export function markedProcesses(mark: string): number[] {
  if (process.platform !== 'linux') return [];
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && hasMark(name, mark))
    .map(Number);
}

function hasMark(pid: string, mark: string): boolean {
  try {
    return readFileSync(`/proc/${pid}/environ`, 'latin1').split('\0').includes(`${SERVICE_MARK}=${mark}`);
  } catch {
    // It has just ended, or is somebody else's.
    return false;
  }
}
