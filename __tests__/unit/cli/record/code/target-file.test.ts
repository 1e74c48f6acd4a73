import fs, { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readTargetFile } from '../../../../../src/cli/record/code/target-file';
import { temporaryProject } from '../../../../support/temporary-project';

afterEach(() => jest.restoreAllMocks());

test('a file that can get another export is read with every byte', () => {
  const text = '\ufeffexport const a = 1;\r\n';
  expect(readTargetFile(join(temporaryProject({ 'a.ts': text }), 'a.ts'))).toMatchObject({ text });
});

test('a file that is missing can be created, also in folders that are', () => {
  expect(readTargetFile(join(temporaryProject(), 'b', 'c', 'a.ts'))).toBeUndefined();
});

test.each<[string, (path: string) => void, RegExp]>([
  ['Latin-1', (path) => writeFileSync(path, Buffer.from('// gr\u00fcn\n', 'latin1')), /a file in UTF-8/],
  ['a device', (path) => symlinkSync('/dev/null', path), /a regular file.*a pipe, a socket or a device/],
  ['a link to nothing', (path) => symlinkSync('nothing.ts', path), /a regular file.*a link to a file that does not/],
  ['a link to itself', (path) => symlinkSync('a.ts', path), /a regular file/],
  ['a folder', (path) => mkdirSync(path), /a regular file/],
  ['code that does not parse', (path) => writeFileSync(path, 'const = 1'), /a file that parses.*line 1/],
  ['a single export', (path) => writeFileSync(path, 'export = 1'), /another export.*line 1: `export = …`/],
])('%s is refused', (_what, make, message) => {
  const path = join(temporaryProject(), 'a.ts');
  make(path);
  expect(JSON.stringify(readTargetFile(path))).toMatch(message);
});

test('a place below a file is refused', () => {
  const path = join(temporaryProject({ tests: '' }), 'tests', 'integration', 'a.ts');
  expect(readTargetFile(path)).toMatchObject({ reason: expect.stringMatching(/tests is a file$/) as string });
});

test.each([
  ['a file', { 'a.ts': '' }, 'that can be read and replaced'],
  ['a folder', {}, 'in a folder that can be written to'],
])('%s without the permissions is refused', (_what, files, expected) => {
  const path = join(temporaryProject(files), 'a.ts');
  // The user who runs the tests may have all permissions.
  jest.spyOn(fs, 'accessSync').mockImplementation(() => {
    throw new Error('EACCES: permission denied');
  });
  expect(readTargetFile(path)).toEqual({ expected: `a file ${expected}`, reason: 'EACCES: permission denied' });
});
