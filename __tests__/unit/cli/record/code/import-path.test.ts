import { join } from 'node:path';
import { importPath } from '../../../../../src/cli/record/code/import-path';
import { temporaryProject } from '../../../../support/temporary-project';

const MODULE = { 'package.json': '{ "type": "module" }' };
const config = (options: object) => ({ 'tsconfig.json': JSON.stringify({ compilerOptions: options }) });

test.each([
  ['a.ts', {}, './a'],
  ['a.ts', MODULE, './a'],
  ['a.ts', config({ module: 'nodenext' }), './a'],
  ['a.ts', { ...MODULE, ...config({ module: 'nodenext' }) }, './a.js'],
  ['a.ts', { ...MODULE, ...config({ moduleResolution: 'node16' }) }, './a.js'],
  ['a.ts', { ...MODULE, ...config({ module: 'esnext', moduleResolution: 'bundler' }) }, './a'],
  [
    'a.scenarios.ts',
    {
      ...MODULE,
      'base.json': '{ "compilerOptions": { "module": "Node16" } }',
      'tsconfig.json': '{ "extends": "./base" }',
    },
    './a.scenarios.js',
  ],
  ['a.mts', {}, './a.mjs'],
  ['a.cts', {}, './a.cjs'],
  ['a.js', {}, './a.js'],
])('the test beside %s in a project with %j imports %s', (name, files, expected) => {
  expect(importPath(join(temporaryProject(files), name), 'import')).toBe(expected);
});

test('require finds the file without an ending', () => {
  expect(importPath('/project/a.scenarios.js', 'require')).toBe('./a.scenarios');
});
