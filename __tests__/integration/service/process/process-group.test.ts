import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { isGroupAlive, signalGroup } from '../../../../src/service/process/process-group';

jest.setTimeout(30_000);

/** A shell that starts a process of its own in the background and ends. */
const LEAVES_A_CHILD = 'sleep 60 & echo started';

async function leaderOf(command: string): Promise<number> {
  const shell = spawn('sh', ['-c', command], { detached: true, stdio: ['ignore', 'pipe', 'ignore'] });
  await once(shell.stdout, 'data');
  shell.stdout.destroy();
  return shell.pid!;
}

async function ended(leader: number): Promise<boolean> {
  for (let tries = 0; tries < 100 && isGroupAlive(leader); tries += 1) await sleep(20);
  return !isGroupAlive(leader);
}

test('a group lives as long as one of its processes, and hears signals as a whole', async () => {
  const leader = await leaderOf(LEAVES_A_CHILD);
  await sleep(50);
  expect(isGroupAlive(leader)).toBe(true);
  signalGroup(leader, 'SIGTERM');
  expect(await ended(leader)).toBe(true);
});

test('a process that is dead and not yet reaped is not alive', async () => {
  const leader = await leaderOf('echo started; exec sleep 60');
  signalGroup(leader, 'SIGKILL');
  // Node reaps its child only when this function lets it: at this moment it is a zombie.
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 100);
  expect(isGroupAlive(leader)).toBe(process.platform !== 'linux');
  expect(await ended(leader)).toBe(true);
});

test('a signal to a group that is gone is no error', async () => {
  const leader = await leaderOf('echo started');
  expect(await ended(leader)).toBe(true);
  expect(() => signalGroup(leader, 'SIGTERM')).not.toThrow();
});
