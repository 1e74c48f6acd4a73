import { spawnSync } from 'node:child_process';
import { processIsAlive } from '../../../src/service/process-is-alive';

test('this process runs, and so does the first one, which may belong to another user', () => {
  expect([processIsAlive(process.pid), processIsAlive(1)]).toEqual([true, true]);
});

test('a process that has ended does not run', () => {
  const { pid } = spawnSync(process.execPath, ['--version']);
  expect(processIsAlive(pid)).toBe(false);
});
