import { markedProcesses } from './marked-processes';
import { isGroupAlive, signalGroup } from './process-group';

/** All that a service started: its process group, and what has left it. */
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
    // It has ended meanwhile: what the signal was to bring about.
  }
}
