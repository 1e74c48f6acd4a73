import { readdirSync, readFileSync } from 'node:fs';

/** The ids of all processes, on Linux only. */
export function processIds(): string[] {
  return readdirSync('/proc').filter((name) => /^\d+$/.test(name));
}

/**
 * What Linux says about a process, from its state on (the third field in proc_pid_stat(5)); empty if it has just ended.
 */
export function processStat(pid: string): string[] {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The program's name comes first, in parentheses, and may contain anything.
    return text.slice(text.lastIndexOf(')') + 2).split(' ');
  } catch {
    return [];
  }
}
