import { join } from 'node:path';
import type { JestSettings, ProjectSettings } from '../../../../../src/cli/doctor/jest-settings';
import { presetFindings } from '../../../../../src/cli/doctor/project/preset';
import { factsWith, projectSettings } from '../../../../support/doctor-facts';
import { installed, temporaryProject } from '../../../../support/temporary-project';

const APP = { connector: { app: { command: 'true' } } };

function findings(
  settings: Partial<ProjectSettings>,
  run: Partial<JestSettings> = {},
  files: Record<string, string> = {},
): readonly (readonly [string, string])[] {
  const folder = temporaryProject({ ...installed('jest-connector', '1.0.0'), ...files });
  const testFiles = [join(folder, 'a.test.ts')];
  const inFolder = Object.fromEntries(
    Object.entries(settings).map(([key, value]) => [
      key,
      typeof value === 'string' ? value.replace('<folder>', folder) : value,
    ]),
  );
  const facts = factsWith(folder, { configs: [projectSettings(folder, inFolder)], testFiles, ...run });
  return presetFindings(facts).map(({ severity, what }) => [severity, what.replaceAll(folder, '<folder>')]);
}

test('a config that leaves all keys to the preset', () => {
  expect(findings({})).toEqual([['ok', 'The preset is used, and none of its keys is replaced']]);
});

test.each([
  ['without anything to start', {}, 'warning'],
  ['with an app', { globals: APP }, 'problem'],
])('its own global setup, %s', (_title, settings, severity) => {
  const [finding] = findings({ ...settings, globalSetup: '<folder>/setup.js' }, {}, { 'setup.js': '' });
  expect(finding).toEqual([severity, expect.stringContaining('`globalSetup` is <folder>/setup.js')]);
});

test('its own global setup and teardown that call ours', () => {
  const files = { 'setup.js': 'await setupConnector(a, b);', 'teardown.js': 'await teardownConnector();' };
  const own = { globals: APP, globalSetup: '<folder>/setup.js', globalTeardown: '<folder>/teardown.js' };
  expect(findings(own, {}, files)).toEqual([['ok', expect.any(String)]]);
});

test.each<[string, Partial<ProjectSettings>, string, string]>([
  [
    'a teardown that does not call ours',
    { globals: APP, globalTeardown: null },
    'warning',
    '`globalTeardown` is not set',
  ],
  [
    'a browser environment',
    { testEnvironment: '/a/jest-environment-jsdom/index.js' },
    'warning',
    '`testEnvironment` is',
  ],
  ['another test runner', { testRunner: '/a/jest-jasmine2/build/index.js' }, 'problem', 'not jest-circus'],
  ['automock', { automock: true }, 'problem', 'a mock of jest-connector'],
  [
    'no transform for TypeScript',
    { transform: [['\\.css$', '/a/css.js', {}]] },
    'problem',
    'Nothing transforms TypeScript',
  ],
  [
    'babel-jest without the preset',
    { transform: [['.', '/a/babel-jest/build/index.js', {}]] },
    'problem',
    'babel-jest',
  ],
])('%s', (_title, settings, severity, text) => {
  expect(findings(settings)).toEqual([[severity, expect.stringContaining(text)]]);
});

test('babel-jest with its preset for TypeScript can transform it', () => {
  const files = installed('@babel/preset-typescript', '7.0.0');
  expect(findings({ transform: [['.', '/a/babel-jest/build/index.js', {}]] }, {}, files)).toEqual([
    ['ok', expect.any(String)],
  ]);
});

test('several projects with a resolver of their own', () => {
  const folder = temporaryProject(installed('jest-connector', '1.0.0'));
  const configs = [projectSettings(folder, { resolver: '/a/resolver.js' }), projectSettings(folder)];
  expect(presetFindings(factsWith(folder, { configs }))).toMatchObject([
    { severity: 'warning', what: expect.stringContaining('only one of the projects is set up') },
  ]);
});

test.each([
  [8, '30.5.2', "`concurrency` is 8, but Jest's `maxConcurrency` is 5, which is the limit."],
  [4, '29.7.0', '`concurrency` has no effect with Jest 29.7.0: scenarios run one after the other.'],
])('concurrency %d with Jest %s', (concurrency, version, what) => {
  const folder = temporaryProject(installed('jest-connector', '1.0.0'));
  const configs = [projectSettings(folder, { globals: { connector: { concurrency } } })];
  const facts = { ...factsWith(folder, { configs }), jest: { root: folder, version } };
  expect(presetFindings(facts)).toMatchObject([{ severity: 'warning', what }]);
});

test('a config without the preset', () => {
  expect(findings({ globalSetup: null, setupFilesAfterEnv: ['<folder>/setup.js'] })).toEqual([
    ['problem', "The Jest config doesn't use the preset: no matchers, no .env, no app, no TypeScript."],
  ]);
});

test('reporters without the one of the package', () => {
  const globalConfig = { rootDir: '/', reporters: [['default', {}]] as const, maxConcurrency: 5 };
  expect(findings({}, { globalConfig })).toEqual([['warning', expect.stringMatching(/^`reporters` lacks/)]]);
});

test('concurrency that Jest allows', () => {
  expect(findings({ globals: { connector: { concurrency: 5 } } })).toEqual([['ok', expect.any(String)]]);
});
