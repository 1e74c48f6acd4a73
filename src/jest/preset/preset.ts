import { sep } from 'node:path';
import type { Config } from 'jest';
import { REPORT_FOLDER } from '../../run-report/report-settings';
import { PROJECT_MARK } from '../../service/run/project-run';
import { JEST_RUNNER, jestRunner } from './jest-runner';

/** The path of our reporter. */
export const REPORTER = require.resolve('../files/reporter');

const TEST_RUNNER = require.resolve('../files/test-runner');
const GLOBAL_SETUP = require.resolve('../files/global-setup');
let asked = 0;

/**
 * Jest runs each global setup path once, for only one of the projects that name it. So each project names it by its own
 * path, which our resolver doesn't change.
 */
function globalSetupOfProject(): string {
  asked += 1;
  return GLOBAL_SETUP.replace(/[^\\/]+$/, (name) => `.${sep}`.repeat(asked) + name);
}

/** Jest doesn't expose the project to tests, so this mark links a project's tests to its global setup. */
function globalsOfProject(): Readonly<Record<string, string>> {
  asked += 1;
  const runner = jestRunner();
  return { [PROJECT_MARK]: String(asked), ...(runner === undefined ? {} : { [JEST_RUNNER]: runner }) };
}

/**
 * The settings of `preset: 'jest-connector'`. All paths are absolute, because Jest would resolve relative ones in the
 * user's project. It sets no `testMatch`, so a project's own `testRegex` works.
 */
export const preset = {
  /** `'node'`. */
  testEnvironment: 'node',
  /** Jest 30's own list. Jest 29 doesn't include `.mts` and `.cts`. */
  moduleFileExtensions: ['js', 'mjs', 'cjs', 'jsx', 'ts', 'mts', 'cts', 'tsx', 'json', 'node'],
  /** `.mts` files are ES modules. */
  extensionsToTreatAsEsm: ['.mts'],
  /**
   * Transforms TypeScript with ts-jest, without type checks: run `tsc --noEmit` for these. Your `tsconfig.json` is used,
   * except for `module`, which Jest decides, and for `isolatedModules` and `esModuleInterop`, which are on.
   */
  transform: { '\\.[cm]?tsx?$': require.resolve('../files/transformer') },
  /** `./x.js` may also mean `x.ts`, as in TypeScript's `nodenext`. */
  resolver: require.resolve('../files/resolver'),
  /** The folder of the option `report`, whose files would make watch mode start over. Merged with yours. */
  modulePathIgnorePatterns: [`<rootDir>/${REPORT_FOLDER}/`],
  /** Registers the matchers. */
  setupFilesAfterEnv: [require.resolve('../files/register-matchers')],
  // A getter, because Jest reads it once per project.
  /** Loads `.env`, checks the configuration, and starts `services` and `app`. */
  get globalSetup() {
    return globalSetupOfProject();
  },
  /**
   * `__JEST_CONNECTOR_PROJECT__`, by which tests find their own project's app, and `__JEST_CONNECTOR_JEST_RUNNER__`,
   * the path of Jest's own test runner. Merged with yours.
   */
  get globals() {
    return globalsOfProject();
  },
  // Jest's own runner if ours can't find it.
  /**
   * Wraps Jest's own runner, `jest-circus/runner`, and passes the time limit of each test and the end of the test file to
   * `createClient`.
   */
  get testRunner(): string {
    return jestRunner() === undefined ? 'jest-circus/runner' : TEST_RUNNER;
  },
  /** Stops everything that global setup started. */
  globalTeardown: require.resolve('../files/global-teardown'),
  /**
   * Jest's default reporter, and `jest-connector/reporter`. It writes the JUnit file and one line per failed scenario at the
   * end. It also reports a `-t` that matched nothing, and scenarios that were skipped because of missing variables.
   */
  reporters: ['default', REPORTER],
} satisfies Config;
