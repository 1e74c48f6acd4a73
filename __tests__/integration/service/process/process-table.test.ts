import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { processIds, processStat } from '../../../../src/service/process/process-table';

const onLinux = process.platform === 'linux' ? test : test.skip;
const folder = mkdtempSync(join(tmpdir(), 'connector-processes-'));
afterAll(() => rmSync(folder, { recursive: true }));

onLinux('lists processes', () => {
  expect(processIds()).toContain(String(process.pid));
  expect(processIds()).not.toContain('cpuinfo');
});

onLinux('reads what follows the name of a process, which may look like its fields', async () => {
  const program = join(folder, 'a) Z 1 (b');
  symlinkSync('/bin/sleep', program);
  const child = spawn(program, ['60'], { stdio: 'ignore' });
  await once(child, 'spawn');
  const [state, parent] = processStat(String(child.pid));
  child.kill('SIGKILL');
  expect([state, parent]).toEqual([expect.stringMatching(/^[SRD]$/), String(process.pid)]);
});

onLinux('a process that has ended has none', () => {
  expect(processStat(String(2 ** 30))).toEqual([]);
});
