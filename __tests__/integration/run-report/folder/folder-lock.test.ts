import { execFileSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ifUnlocked, LOCK, withLock } from '../../../../src/run-report/folder/folder-lock';

let folder: string;
let lock: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'folder-lock-'));
  lock = join(folder, LOCK);
});
afterEach(() => rmSync(folder, { recursive: true }));

test('it waits for the lock of another run, which is alive', async () => {
  writeFileSync(lock, String(process.ppid));
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
});

test('a long wait is told once, with who is waited for', async () => {
  writeFileSync(lock, String(process.ppid));
  const told = jest.fn();
  const isTold = new Promise<void>((resolve) => told.mockImplementation(() => resolve()));
  const done = withLock(folder, () => undefined, told);
  await isTold;
  await new Promise((resolve) => setTimeout(resolve, 120));
  rmSync(lock);
  await done;
  expect(told.mock.calls).toEqual([[process.ppid]]);
});

test('of two in this process, the second waits for the first', async () => {
  const order: string[] = [];
  const first = withLock(folder, async () => {
    await new Promise((resolve) => setTimeout(resolve, 120));
    order.push('first');
  });
  await Promise.all([first, withLock(folder, () => order.push('second'))]);
  expect(order).toEqual(['first', 'second']);
});

test('a lock of an earlier process with the same number is removed', async () => {
  writeFileSync(lock, String(process.pid));
  expect(await withLock(folder, () => 'done')).toBe('done');
});

test.each([
  ['a folder', () => mkdirSync(lock)],
  ['a pipe', () => execFileSync('mkfifo', [lock])],
  ['a link to nothing', () => symlinkSync('nowhere', lock)],
])('%s of its name is an error, and is not waited for', async (_what, make) => {
  make();
  await expect(withLock(folder, () => 'done')).rejects.toMatchObject({
    code: 'REPORT_NOT_WRITTEN',
    why: `${lock} is not a file, so it can't be the lock of another run.`,
  });
});

test.each([
  ['without a number', '', -2],
  ['with a number of no process', '-1', -2],
  ['of a clock that is far ahead', String(process.ppid), 3_600],
])('a lock %s is removed', async (_what, text, seconds) => {
  writeFileSync(lock, text);
  const time = Date.now() / 1_000 + seconds;
  utimesSync(lock, time, time);
  expect(await withLock(folder, () => 'done')).toBe('done');
});

test('what may be left out is, while another run has the lock', () => {
  let times = 0;
  const work = (): number => (times += 1);
  writeFileSync(lock, String(process.ppid));
  ifUnlocked(folder, work);
  expect([times, existsSync(lock)]).toEqual([0, true]);
  writeFileSync(lock, String(2 ** 30));
  ifUnlocked(folder, work);
  ifUnlocked(folder, work);
  expect([times, existsSync(lock)]).toEqual([2, false]);
});
