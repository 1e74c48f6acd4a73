import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { prepareFiles, replaceFile } from '../../src/replace-file';

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

test('it gives the file its permissions', () => {
  const path = join(folder, 'a.json');
  replaceFile(path, 'one', 0o640);
  expect(statSync(path).mode & 0o777).toBe(0o640);
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

test('several files are made in turns, one piece of each, and have their names when all are complete', async () => {
  const made: string[] = [];
  function* pieces(name: string, count: number): Generator<string | Promise<string>> {
    for (let piece = 1; piece <= count; piece += 1) {
      made.push(`${name}${piece}`);
      yield piece === 2 ? Promise.resolve(`${piece}`) : `${piece}`;
    }
  }
  const texts = { a: () => pieces('a', 3), b: () => pieces('b', 2), c: () => 'whole' };
  const files = await prepareFiles(Object.entries(texts).map(([name, text]) => ({ path: join(folder, name), text })));
  expect(made).toEqual(['a1', 'b1', 'a2', 'b2', 'a3']);
  expect(readdirSync(folder).filter((name) => !name.startsWith('.'))).toEqual([]);
  for (const file of files) file.finish();
  expect(['a', 'b', 'c'].map((name) => readFileSync(join(folder, name), 'utf8'))).toEqual(['123', '12', 'whole']);
});

test.each([
  ['a piece', () => [Promise.reject(new Error('no more'))]],
  ['the first piece', () => bad()],
])('if %s of one of several files fails, none of them is left', async (_what, text) => {
  const files = [
    { path: join(folder, 'a'), text: () => ['1', '2'] },
    { path: join(folder, 'b'), text },
  ];
  await expect(prepareFiles(files)).rejects.toThrow('no more');
  expect(readdirSync(folder)).toEqual([]);
});

function bad(): string {
  throw new Error('no more');
}
