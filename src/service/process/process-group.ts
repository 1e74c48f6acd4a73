import { processIds, processStat } from './process-table';

/** Sends a signal to every process in the group of `leader`. */
export function signalGroup(leader: number, signal: NodeJS.Signals): void {
  try {
    process.kill(-leader, signal);
  } catch {
    // The group has already ended, as intended.
  }
}

/** Whether any process in the group of `leader` is still running. */
export function isGroupAlive(leader: number): boolean {
  try {
    process.kill(-leader, 0);
  } catch {
    return false;
  }
  return process.platform !== 'linux' || hasLivingMember(leader);
}

/**
 * In a container whose init process does not reap children, dead processes stay as zombies, and `kill` still finds
 * them. Waiting for zombies would take the whole grace period at every stop.
 */
function hasLivingMember(group: number): boolean {
  return processIds().some((pid) => {
    const [state, , itsGroup] = processStat(pid);
    return itsGroup === String(group) && state !== 'Z' && state !== 'X';
  });
}
