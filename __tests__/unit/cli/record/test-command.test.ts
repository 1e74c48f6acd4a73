import { join } from 'node:path';
import { readProject } from '../../../../src/cli/project/read-project';
import type { RecordTarget } from '../../../../src/cli/record/record-target';
import { testCommand } from '../../../../src/cli/record/test-command';
import { temporaryProject } from '../../../support/temporary-project';

const FLAG = '--experimental-vm-modules';
const nodeOptions = process.env['NODE_OPTIONS'];
beforeEach(() => delete process.env['NODE_OPTIONS']);
afterEach(() => {
  if (nodeOptions !== undefined) process.env['NODE_OPTIONS'] = nodeOptions;
});

function commandOf(file: string, manifest: object, config?: string): string {
  const folder = temporaryProject({ 'package.json': JSON.stringify(manifest) });
  const target = { project: readProject(folder), testPath: join(folder, file) };
  return testCommand(target as RecordTarget, config);
}

test.each<[string, string, object, string]>([
  ['CommonJS', 'a.test.js', {}, 'npx jest a.test.js'],
  ['TypeScript in a package of ES modules', 'a.test.ts', { type: 'module' }, 'npx jest a.test.ts'],
  ['CommonJS in a package of ES modules', 'a.test.cjs', { type: 'module' }, 'npx jest a.test.cjs'],
  ['an ES module', 'a.test.js', { type: 'module' }, `NODE_OPTIONS=${FLAG} npx jest a.test.js`],
  ['an ES module by its ending', 'a.test.mjs', {}, `NODE_OPTIONS=${FLAG} npx jest a.test.mjs`],
  [
    'a script that sets the flag',
    'a.test.js',
    { type: 'module', scripts: { test: `node ${FLAG} node_modules/jest/bin/jest.js` } },
    'npm test -- a.test.js',
  ],
  [
    'a script of another package manager',
    'a.test.js',
    { type: 'module', packageManager: 'pnpm@9.0.0', scripts: { test: `NODE_OPTIONS=${FLAG} jest` } },
    'pnpm run test a.test.js',
  ],
  [
    'a script that does more afterwards',
    'a.test.js',
    { type: 'module', scripts: { test: `NODE_OPTIONS=${FLAG} jest && eslint .` } },
    `NODE_OPTIONS=${FLAG} npx jest a.test.js`,
  ],
])('%s', (_what, file, manifest, command) => {
  expect(commandOf(file, manifest)).toBe(command);
});

test('the config is passed on, and a flag that is set is not repeated', () => {
  expect(commandOf('a.test.mjs', {}, 'b.cjs')).toBe(`NODE_OPTIONS=${FLAG} npx jest --config b.cjs a.test.mjs`);
  process.env['NODE_OPTIONS'] = FLAG;
  expect(commandOf('a.test.mjs', {})).toBe('npx jest a.test.mjs');
});
