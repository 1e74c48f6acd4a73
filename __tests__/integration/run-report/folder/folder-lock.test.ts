import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LOCK, withLock } from '../../../../src/run-report/folder/folder-lock';

test('it waits for the lock of another run, which is alive', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'folder-lock-'));
  const lock = join(folder, LOCK);
  writeFileSync(lock, String(process.pid));
  let isDone = false;
  const done = withLock(folder, () => {
    isDone = true;
    return readdirSync(folder);
  });
  await new Promise((resolve) => setTimeout(resolve, 120));
  expect(isDone).toBe(false);
  rmSync(lock);
  expect(await done).toEqual([LOCK]);
  expect(readdirSync(folder)).toEqual([]);
  rmSync(folder, { recursive: true });
});
