import { readdirSync, readFileSync } from 'node:fs';

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
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .some((pid) => {
      const [state, , itsGroup] = processFacts(pid);
      return itsGroup === String(group) && state !== 'Z' && state !== 'X';
    });
}

/** The state, parent and group of a process; empty if it has just ended. */
function processFacts(pid: string): string[] {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The program's name comes first, in parentheses, and may contain anything.
    return text.slice(text.lastIndexOf(')') + 2).split(' ');
  } catch {
    return [];
  }
}
