import { existsSync } from 'node:fs';
import { isAbsolute, resolve } from 'node:path';
import { expect, test } from '@jest/globals';
import { preset } from '../../../../src/jest/preset/preset';

const paths = [
  ...Object.values(preset.transform),
  ...preset.setupFilesAfterEnv,
  preset.resolver,
  preset.globalSetup,
  preset.globalTeardown,
  ...preset.reporters.filter((reporter) => reporter !== 'default'),
];

test.each(paths)('%s is there', (path) => {
  expect(isAbsolute(path)).toBe(true);
  expect(existsSync(path)).toBe(true);
});

test.each(['a.ts', 'b/c.test.ts', 'a.tsx', 'a.mts', 'a.cts'])('%s is transformed', (path) => {
  expect(Object.keys(preset.transform).some((pattern) => new RegExp(pattern).test(path))).toBe(true);
});

test.each(['a.js', 'a.mjs', 'a.json', 'a.ts.snap', 'ats'])('%s is left as it is', (path) => {
  expect(Object.keys(preset.transform).some((pattern) => new RegExp(pattern).test(path))).toBe(false);
});

test('each project names the global setup by a path of its own, or Jest would run it for one of them', () => {
  const projects = [{ ...preset }, { ...preset }];
  const [one, other] = projects.map(({ globalSetup }) => globalSetup);
  expect(one).not.toBe(other);
  expect(resolve(one ?? '')).toBe(resolve(other ?? ''));
});

test('leaves to the user which files are tests', () => {
  expect(preset).not.toHaveProperty('testMatch');
  expect(preset).not.toHaveProperty('testRegex');
});
