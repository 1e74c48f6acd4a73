import { readdirSync, readFileSync } from 'node:fs';

/** Sends a signal to every process of the group that `leader` began. */
export function signalGroup(leader: number, signal: NodeJS.Signals): void {
  try {
    process.kill(-leader, signal);
  } catch {
    // Nobody is left to hear it: what the signal was to bring about.
  }
}

/** Whether a process of the group still runs, `leader` itself or what it started. */
export function isGroupAlive(leader: number): boolean {
  try {
    process.kill(-leader, 0);
  } catch {
    return false;
  }
  return process.platform !== 'linux' || hasLivingMember(leader);
}

/**
 * A container whose first process does not reap keeps the dead as zombies, and `kill` still finds them there; waiting
 * for those to go would take the whole grace period at each stop.
 */
function hasLivingMember(group: number): boolean {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .some((pid) => {
      const [state, , itsGroup] = processFacts(pid);
      return itsGroup === String(group) && state !== 'Z' && state !== 'X';
    });
}

/** State, parent and group of a process; nothing if it has just ended. */
function processFacts(pid: string): string[] {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The program's name comes first, in parentheses, and may hold anything.
    return text.slice(text.lastIndexOf(')') + 2).split(' ');
  } catch {
    return [];
  }
}
