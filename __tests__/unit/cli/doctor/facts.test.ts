import { factsOf, isConfigured, ourProjects, usesPreset } from '../../../../src/cli/doctor/facts';
import { factsWith, projectSettings } from '../../../support/doctor-facts';
import { installed, temporaryProject } from '../../../support/temporary-project';

const bare = { globalSetup: null, setupFilesAfterEnv: [] };

test('a folder has its manifest, its package manager and its sources', () => {
  const folder = temporaryProject({
    'package.json': '{ "name": "shop" }',
    'pnpm-lock.yaml': '',
    'a.test.mts': 'test();',
    'node_modules/x/index.js': '',
  });
  const facts = factsOf(folder, { start: true }, undefined, undefined);
  expect(facts).toMatchObject({ manifest: { name: 'shop' }, packageManager: 'pnpm', options: { start: true } });
  expect(facts.sources.map(({ name, text }) => [name, text])).toEqual([['a.test.mts', 'test();']]);
  expect(factsOf(temporaryProject(), {}, undefined, undefined).manifest).toEqual({});
});

test('a configuration that Jest could not compute is none', () => {
  const facts = factsWith(temporaryProject());
  expect(isConfigured(facts)).toBe(true);
  expect(isConfigured({ ...facts, settings: undefined })).toBe(false);
  expect(isConfigured({ ...facts, settings: { failure: 'no', environment: {} } })).toBe(false);
});

test.each<[string, object, boolean]>([
  ['the global setup', { setupFilesAfterEnv: [] }, true],
  ['the matchers', { globalSetup: '/a/setup.js' }, true],
  ['neither', bare, false],
])('a project with %s of the preset', (_what, settings, uses) => {
  const folder = temporaryProject(installed('jest-connector', '1.0.0'));
  expect(usesPreset(projectSettings(folder, settings))).toBe(uses);
});

test('the projects that use the package are checked; all of them if none does', () => {
  const folder = temporaryProject(installed('jest-connector', '1.0.0'));
  const ids = (...projects: readonly object[]): string[] => {
    const configs = projects.map((each, index) => projectSettings(folder, { ...each, id: String(index) }));
    return ourProjects(factsWith(folder, { configs }).settings).map(({ id }) => id);
  };
  expect(ids(bare, {}, { ...bare, globals: { connector: {} } })).toEqual(['1', '2']);
  expect(ids(bare, bare)).toEqual(['0', '1']);
});
