import { markedProcesses } from './marked-processes';
import { isGroupAlive, signalGroup } from './process-group';

/** All processes of a service: its process group, and those that have left the group. */
export class ServiceProcesses {
  constructor(
    private readonly leader: number,
    private readonly mark: string,
  ) {}

  signal(signal: NodeJS.Signals): void {
    const strays = markedProcesses(this.mark);
    signalGroup(this.leader, signal);
    for (const pid of strays) signalProcess(pid, signal);
  }

  isAlive(): boolean {
    return isGroupAlive(this.leader) || markedProcesses(this.mark).length > 0;
  }
}

function signalProcess(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch {
    // It has ended in the meantime, as intended.
  }
}
