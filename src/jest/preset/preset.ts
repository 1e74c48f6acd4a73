import { sep } from 'node:path';
import type { Config } from 'jest';
import { PROJECT_MARK } from '../../service/run/project-run';
import { JEST_RUNNER, jestRunner } from './jest-runner';

/** The path of our reporter. */
export const REPORTER = require.resolve('../files/reporter');

const TEST_RUNNER = require.resolve('../files/test-runner');
const GLOBAL_SETUP = require.resolve('../files/global-setup');
let asked = 0;

/**
 * Jest runs each global setup once, for one of the projects that name it. So each project names it by a path of its own;
 * our resolver leaves it as it is.
 */
function globalSetupOfProject(): string {
  asked += 1;
  return GLOBAL_SETUP.replace(/[^\\/]+$/, (name) => `.${sep}`.repeat(asked) + name);
}

/** A test cannot ask Jest for its project: global setup and the tests of a project know each other by the mark. */
function globalsOfProject(): Readonly<Record<string, string>> {
  asked += 1;
  const runner = jestRunner();
  return { [PROJECT_MARK]: String(asked), ...(runner === undefined ? {} : { [JEST_RUNNER]: runner }) };
}

/**
 * What `preset: 'jest-connector'` means. All paths are absolute: Jest would look for relative ones in the user's
 * project. It sets no `testMatch`, so a project's own `testRegex` works.
 */
export const preset = {
  testEnvironment: 'node',
  // Jest 30's own list; Jest 29 does not know .mts and .cts.
  moduleFileExtensions: ['js', 'mjs', 'cjs', 'jsx', 'ts', 'mts', 'cts', 'tsx', 'json', 'node'],
  // Jest takes .mjs for ES modules by itself, .mts not.
  extensionsToTreatAsEsm: ['.mts'],
  transform: { '\\.[cm]?tsx?$': require.resolve('../files/transformer') },
  resolver: require.resolve('../files/resolver'),
  setupFilesAfterEnv: [require.resolve('../files/register-matchers')],
  // Jest asks anew for each project.
  get globalSetup() {
    return globalSetupOfProject();
  },
  get globals() {
    return globalsOfProject();
  },
  // Jest's own, where ours cannot find it.
  get testRunner(): string {
    return jestRunner() === undefined ? 'jest-circus/runner' : TEST_RUNNER;
  },
  globalTeardown: require.resolve('../files/global-teardown'),
  reporters: ['default', REPORTER],
} satisfies Config;
