import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { findProgram, isFile, isInPath } from '../../../src/env/find-program';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'find-program-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function program(path: string, mode = 0o755): string {
  const file = join(folder, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, '');
  chmodSync(file, mode);
  return file;
}

const path = (...names: string[]): { PATH: string } => ({ PATH: names.map((name) => join(folder, name)).join(':') });

test('the variable goes before all else, whether something is there or not', () => {
  program('bin/temporal');
  const environment = { ...path('bin'), CONNECTOR_TEMPORAL_PATH: '/nowhere/temporal' };
  const found = { file: '/nowhere/temporal', variable: 'CONNECTOR_TEMPORAL_PATH' };
  expect(findProgram('temporal', environment, folder)).toEqual(found);
  const empty = { ...environment, CONNECTOR_TEMPORAL_PATH: '' };
  expect(findProgram('temporal', empty, folder)).toEqual({ file: join(folder, 'bin/temporal') });
});

test('the PATH goes before the place of the installer; what cannot be run is passed over', () => {
  program('a/daprd', 0o644);
  mkdirSync(join(folder, 'b/daprd'), { recursive: true });
  const installed = program('.dapr/bin/daprd');
  expect(findProgram('daprd', path('a', 'b', 'missing'), folder)).toEqual({ file: installed });

  const inPath = program('c/daprd');
  expect(findProgram('daprd', path('a', 'b', 'c'), folder)).toEqual({ file: inPath });
  expect(findProgram('temporal', path('a', 'c'), folder)).toEqual({ file: 'temporal' });
});

test('a relative entry of the PATH is none: the service runs in another folder', () => {
  program('temporal');
  const here = process.cwd();
  process.chdir(folder);
  try {
    expect(isInPath('temporal', { PATH: '.:' })).toBe(false);
    expect(isInPath('temporal', { PATH: `.:${folder}` })).toBe(true);
    expect(isInPath('temporal', {})).toBe(false);
  } finally {
    process.chdir(here);
  }
});

test.each([
  ['a file', __filename, true],
  ['a folder', __dirname, false],
  ['nothing', join(__dirname, 'missing'), false],
])('whether %s is a file', (_what, place, is) => {
  expect(isFile(place)).toBe(is);
});
