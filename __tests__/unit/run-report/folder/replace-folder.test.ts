import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LOCK } from '../../../../src/run-report/folder/folder-lock';
import { MANIFEST, ownFiles } from '../../../../src/run-report/folder/manifest';
import { replaceFolder, type ReportFile } from '../../../../src/run-report/folder/replace-folder';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'replace-folder-'));
});
afterEach(() => {
  chmodSync(folder, 0o700);
  rmSync(folder, { recursive: true });
});

const file = (name: string, content: string): ReportFile => ({ name, text: () => content });
const content = (name: string): string => readFileSync(join(folder, name), 'utf8');
const names = (): string[] => readdirSync(folder).sort();

test('the files of an earlier report are replaced, and those that are no longer written are removed', async () => {
  await replaceFolder(join(folder, 'deep/er'), [file('a.txt', '1')]);
  expect(readdirSync(join(folder, 'deep/er')).sort()).toEqual(['a.txt', MANIFEST]);
  await replaceFolder(folder, [file('a.txt', '1'), file('b.txt', '1')]);
  await replaceFolder(folder, [file('a.txt', '2')]);
  expect(names()).toEqual(['a.txt', 'deep', MANIFEST]);
  expect([content('a.txt'), ownFiles(folder)]).toEqual(['2', [MANIFEST, 'a.txt']]);
});

test('pieces are written in their order', async () => {
  const pieces = Array.from({ length: 300 }, (_, index) => `${index} ${'é'.repeat(1_000)}\n`);
  await replaceFolder(folder, [{ name: 'a.txt', text: () => pieces }]);
  expect(content('a.txt')).toBe(pieces.join(''));
});

test('files of others stay, and are never replaced', async () => {
  writeFileSync(join(folder, 'notes.txt'), 'mine');
  await replaceFolder(folder, [file('a.txt', '1')]);
  writeFileSync(join(folder, 'b.txt'), 'mine');
  await expect(replaceFolder(folder, [file('a.txt', '2'), file('b.txt', '2')])).rejects.toMatchObject({
    code: 'REPORT_NOT_WRITTEN',
    why: 'the folder has b.txt, which jest-connector did not write.',
  });
  expect([content('notes.txt'), content('b.txt'), content('a.txt')]).toEqual(['mine', 'mine', '1']);
});

test.each([
  ['not JSON', '{'],
  ['of another program', '{"name": "app", "files": ["notes.txt"]}'],
])('a manifest that is %s is a file of others, too', async (_what, text) => {
  writeFileSync(join(folder, MANIFEST), text);
  writeFileSync(join(folder, 'notes.txt'), 'mine');
  await expect(replaceFolder(folder, [file('a.txt', '1')])).rejects.toThrow(/has manifest\.json, which/);
  expect(names()).toEqual([MANIFEST, 'notes.txt']);
});

test('a manifest that names files outside of the folder removes none of them', async () => {
  const inside = join(folder, 'inside');
  mkdirSync(inside);
  writeFileSync(join(folder, 'outside.txt'), 'mine');
  const files = ['../outside.txt', join(folder, 'outside.txt'), '..', '.', '', 7, 'sub/a.txt', '.hidden'];
  writeFileSync(join(inside, MANIFEST), JSON.stringify({ writtenBy: 'jest-connector', files }));
  writeFileSync(join(inside, '.hidden'), 'mine');
  await replaceFolder(inside, [file('a.txt', '1')]);
  expect(content('outside.txt')).toBe('mine');
  expect(readdirSync(inside).sort()).toEqual(['.hidden', 'a.txt', MANIFEST]);
});

test('a file that cannot be made leaves the earlier report as it was', async () => {
  await replaceFolder(folder, [file('a.txt', '1'), file('b.txt', '1')]);
  const fails = (): string => {
    throw new Error('no space left');
  };
  await expect(replaceFolder(folder, [file('a.txt', '2'), { name: 'c.txt', text: fails }])).rejects.toThrow('no space');
  expect(names()).toEqual(['a.txt', 'b.txt', MANIFEST]);
  expect([content('a.txt'), content('b.txt')]).toEqual(['1', '1']);
});

test('what a killed process left is removed', async () => {
  await replaceFolder(folder, [file('a.txt', '1')]);
  writeFileSync(join(folder, '.a.txt.4711.tmp'), 'half');
  writeFileSync(join(folder, '.notes.txt.4711.tmp'), 'mine');
  await replaceFolder(folder, [file('a.txt', '2')]);
  expect(names()).toEqual(['.notes.txt.4711.tmp', 'a.txt', MANIFEST]);
});

test('of several runs at once, the report of one is there as a whole', async () => {
  const reports = Array.from({ length: 5 }, (_, run) =>
    Array.from({ length: 20 }, (_each, index) => file(`${index}.txt`, `run ${run}`)),
  );
  await Promise.all(reports.map((files) => replaceFolder(folder, files)));
  expect(new Set(Array.from({ length: 20 }, (_, index) => content(`${index}.txt`))).size).toBe(1);
});

test.each([
  ['of a process that is gone', '999999999', 0],
  ['that is too old', String(process.pid), 60],
])('a lock %s is removed', async (_what, pid, age) => {
  writeFileSync(join(folder, LOCK), pid);
  const time = Date.now() / 1_000 - age;
  utimesSync(join(folder, LOCK), time, time);
  await replaceFolder(folder, [file('a.txt', '1')]);
  expect(names()).toEqual(['a.txt', MANIFEST]);
});
