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
  /** Registers the matchers. */
  setupFilesAfterEnv: [require.resolve('../files/register-matchers')],
  // Jest asks anew for each project.
  /** Loads `.env`, checks the configuration, and starts `services` and `app`. */
  get globalSetup() {
    return globalSetupOfProject();
  },
  /**
   * `__JEST_CONNECTOR_PROJECT__`, with which tests find their own project's app, and `__JEST_CONNECTOR_JEST_RUNNER__`,
   * the path of Jest's own test runner. Merged with yours.
   */
  get globals() {
    return globalsOfProject();
  },
  // Jest's own, where ours cannot find it.
  /**
   * Wraps Jest's own runner, `jest-circus/runner`. It passes the time limit of each test, and the end of the test file, to
   * `createClient`.
   */
  get testRunner(): string {
    return jestRunner() === undefined ? 'jest-circus/runner' : TEST_RUNNER;
  },
  /** Stops everything that global setup started. */
  globalTeardown: require.resolve('../files/global-teardown'),
  /**
   * Jest's default reporter, and `jest-connector/reporter`: the JUnit file, one line per failed scenario at the end, a
   * `-t` that matched nothing, and scenarios that were skipped because of missing variables.
   */
  reporters: ['default', REPORTER],
} satisfies Config;
