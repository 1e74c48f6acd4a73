import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { sync } from '../../../../src/jest/files/resolver';

function resolveAmong(files: readonly string[], request: string, basedir = '/app/tests'): string {
  const defaultResolver = (name: string): string => {
    if (files.includes(name)) return name;
    throw Object.assign(new Error(`Cannot find module '${name}'`), { code: 'MODULE_NOT_FOUND' });
  };
  return sync(request, { basedir, defaultResolver });
}

test.each([
  ['./a.js', ['./a.js', './a.ts'], './a.js'],
  ['./a.js', ['./a.ts', './a.tsx'], './a.ts'],
  ['../b/a.js', ['../b/a.tsx'], '../b/a.tsx'],
  ['./a.mjs', ['./a.mts', './a.ts'], './a.mts'],
  ['./a.cjs', ['./a.cts'], './a.cts'],
  ['/app/lib/a.js', ['/app/lib/a.ts'], '/app/lib/a.ts'],
])('%s among %j is %s', (request, files, expected) => {
  expect(resolveAmong(files, request)).toBe(expected);
});

test.each([
  ['./a', ['./a.ts.ts'], '/app'],
  ['./a.json', ['./a.ts'], '/app'],
  ['lodash/map.js', ['lodash/map.ts'], '/app'],
  ['./optional.js', ['./optional.ts'], '/app/node_modules/some-package/lib'],
  ['./a.mjs', ['./a.ts'], '/app'],
])('%s is not found among %j, and the error names what was written', (request, files, basedir) => {
  expect(() => resolveAmong(files, request, basedir)).toThrow(
    expect.objectContaining({ message: `Cannot find module '${request}'`, code: 'MODULE_NOT_FOUND' }),
  );
});

test('a project’s own path of the global setup stays', () => {
  const path = `${join(__dirname, '../../../../src/jest/files')}/././global-setup.js`;
  expect(resolveAmong([], path)).toBe(path);
});
