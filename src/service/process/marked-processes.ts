import { readFileSync } from 'node:fs';
import { processIds } from './process-table';

/** Set for services only. Their children inherit it, even those that leave the service's process group. */
export const SERVICE_MARK = 'CONNECTOR_SERVICE';

/** The processes that inherited a mark. Only Linux exposes a process's environment; elsewhere the list is empty. */
export function markedProcesses(mark: string): number[] {
  if (process.platform !== 'linux') return [];
  return processIds()
    .filter((pid) => hasMark(pid, mark))
    .map(Number);
}

function hasMark(pid: string, mark: string): boolean {
  try {
    return readFileSync(`/proc/${pid}/environ`, 'latin1').split('\0').includes(`${SERVICE_MARK}=${mark}`);
  } catch {
    // It has just ended, or belongs to another user.
    return false;
  }
}
