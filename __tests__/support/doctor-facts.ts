import { type ConfiguredFacts, type Facts, factsOf } from '../../src/cli/doctor/facts';
import type { JestSettings, ProjectSettings } from '../../src/cli/doctor/jest-settings';
import { findPackage } from '../../src/cli/project/installed-package';

/** The facts of a folder, without those that Jest reports. */
export function plainFacts(folder: string): Facts {
  return factsOf(folder, {}, findPackage('jest', folder), undefined);
}

/** The facts of a folder with settings as Jest computes them. */
export function factsWith(folder: string, settings: Partial<JestSettings> = {}): ConfiguredFacts {
  const all = {
    ...{ configs: [projectSettings(folder)], testFiles: [], environment: {}, warnings: '' },
    globalConfig: { rootDir: folder, reporters: [['jest-connector/reporter', {}]] as const, maxConcurrency: 5 },
    ...settings,
  };
  return factsOf(folder, {}, { root: folder, version: '30.5.2' }, all) as ConfiguredFacts;
}

/** The settings of a project with the preset of the package in its node_modules. */
export function projectSettings(folder: string, settings: Partial<ProjectSettings> = {}): ProjectSettings {
  const own = (file: string): string => `${folder}/node_modules/jest-connector/dist/${file}.js`;
  return {
    ...{ rootDir: folder, globals: {}, id: 'one', automock: false, roots: [folder], testRegex: [] },
    ...{ globalSetup: own('global-setup'), globalTeardown: own('global-teardown'), resolver: own('resolver') },
    setupFilesAfterEnv: [own('register')],
    testEnvironment: '/node_modules/jest-environment-node/build/index.js',
    testRunner: own('test-runner'),
    transform: [['\\.[cm]?tsx?$', own('transformer'), {}]],
    moduleFileExtensions: ['js', 'ts'],
    extensionsToTreatAsEsm: ['.mts'],
    testMatch: ['**/*.test.ts'],
    ...settings,
  };
}
