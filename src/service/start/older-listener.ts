import { readFileSync, readlinkSync } from 'node:fs';
import { namesIn } from '../names-in';
import { processIds, processStat } from '../process/process-table';

const LISTENING = '0A';
/** These programs listen on behalf of other processes. */
const FOR_OTHERS = /docker|container|podman|rootless|lima|vpnkit|qemu|ssh|systemd/;

/**
 * Whether a process that is older than `pid` listens on `port`, so that `pid` cannot have started it. Known only on
 * Linux and for this user's processes; otherwise the result is `false`.
 */
export function hasOlderListener(port: number, pid: number): boolean {
  if (process.platform !== 'linux') return false;
  const since = startOf(String(pid));
  const sockets = listeningSockets(port);
  if (since === undefined || sockets.length === 0) return false;
  return processIds()
    .filter((other) => (startOf(other) ?? since) < since)
    .some((other) => holdsOne(other, sockets) && !FOR_OTHERS.test(read(`/proc/${other}/comm`)));
}

/** The listening sockets, as `socket:[1234]`: the form that a process's open files have. */
function listeningSockets(port: number): string[] {
  const suffix = `:${port.toString(16).toUpperCase().padStart(4, '0')}`;
  return ['/proc/net/tcp', '/proc/net/tcp6']
    .flatMap((file) => read(file).split('\n'))
    .map((line) => line.trim().split(/\s+/))
    .filter(([, local = '', , state]) => local.endsWith(suffix) && state === LISTENING)
    .map((fields) => `socket:[${String(fields[9])}]`);
}

function holdsOne(pid: string, sockets: readonly string[]): boolean {
  const folder = `/proc/${pid}/fd`;
  // None if it belongs to another user, or has just ended.
  return namesIn(folder).some((name) => sockets.includes(targetOf(`${folder}/${name}`)));
}

function targetOf(link: string): string {
  try {
    return readlinkSync(link);
  } catch {
    // A busy program closes files all the time; the others must still be read.
    return '';
  }
}

/** When a process started, in clock ticks since boot; its 22nd field. */
function startOf(pid: string): number | undefined {
  const ticks = processStat(pid)[19];
  return ticks === undefined ? undefined : Number(ticks);
}

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
