import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { replaceFile } from '../../src/replace-file';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'replace-file-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

test('it replaces a file, and creates its folder', () => {
  const path = join(folder, 'deep', 'er', 'a.json');
  replaceFile(path, 'one');
  replaceFile(path, ['t', 'w', 'o']);
  expect(readFileSync(path, 'utf8')).toBe('two');
  expect(readdirSync(join(folder, 'deep/er'))).toEqual(['a.json']);
});

test('if its pieces fail, the earlier file stays, and nothing is left beside it', () => {
  const path = join(folder, 'a.json');
  writeFileSync(path, 'one');
  const pieces = (function* () {
    yield 't';
    throw new Error('no more');
  })();
  expect(() => replaceFile(path, pieces)).toThrow('no more');
  expect(readFileSync(path, 'utf8')).toBe('one');
  expect(readdirSync(folder)).toEqual(['a.json']);
});

test('if the name is that of a folder, nothing is left beside it', () => {
  mkdirSync(join(folder, 'a.json', 'inner'), { recursive: true });
  expect(() => replaceFile(join(folder, 'a.json'), 'one')).toThrow(/EISDIR|ENOTEMPTY|EEXIST|EPERM/);
  expect(readdirSync(folder)).toEqual(['a.json']);
});
