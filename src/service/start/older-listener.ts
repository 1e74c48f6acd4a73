import { readdirSync, readFileSync, readlinkSync } from 'node:fs';

const LISTENING = '0A';
/** These listen for what others have started. */
const FOR_OTHERS = /docker|container|podman|rootless|lima|vpnkit|qemu|ssh|systemd/;

/**
 * Whether somebody listens at `port` who was there before the process `pid` was: it is not what that one has started.
 * Only Linux can tell; elsewhere, and of other people's processes, the answer is no.
 */
export function hasOlderListener(port: number, pid: number): boolean {
  if (process.platform !== 'linux') return false;
  const since = startOf(String(pid));
  const sockets = listeningSockets(port);
  if (since === undefined || sockets.length === 0) return false;
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && (startOf(name) ?? since) < since)
    .some((name) => holdsOne(name, sockets) && !FOR_OTHERS.test(read(`/proc/${name}/comm`)));
}

/** As `socket:[1234]`, as a process shows what it has open. */
function listeningSockets(port: number): string[] {
  const suffix = `:${port.toString(16).toUpperCase().padStart(4, '0')}`;
  return ['/proc/net/tcp', '/proc/net/tcp6']
    .flatMap((file) => read(file).split('\n'))
    .map((line) => line.trim().split(/\s+/))
    .filter(([, local = '', , state]) => local.endsWith(suffix) && state === LISTENING)
    .map((fields) => `socket:[${String(fields[9])}]`);
}

function holdsOne(pid: string, sockets: readonly string[]): boolean {
  try {
    return readdirSync(`/proc/${pid}/fd`).some((name) => sockets.includes(readlinkSync(`/proc/${pid}/fd/${name}`)));
  } catch {
    // Somebody else's, or it has just ended.
    return false;
  }
}

/** When a process began, in ticks since the machine did. */
function startOf(pid: string): number | undefined {
  const stat = read(`/proc/${pid}/stat`);
  // The program's name comes first, in parentheses, and may hold anything; the 22nd field is the time.
  return stat === '' ? undefined : Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19]);
}

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
