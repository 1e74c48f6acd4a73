import { createRequire } from 'node:module';

/** A global in each project's tests: the path of Jest's own test runner, which ours calls. */
export const JEST_RUNNER = '__JEST_CONNECTOR_JEST_RUNNER__';

const JEST_CONFIG = /[\\/]jest-config[\\/]build[\\/]index\.js$/;

/**
 * The path of the running Jest's own test runner, resolved from its `jest-config`, which is already loaded when Jest reads
 * a preset. `undefined` if it isn't found.
 */
export function jestRunner(): string | undefined {
  const config = Object.keys(require.cache).find((path) => JEST_CONFIG.test(path));
  if (config === undefined) return undefined;
  try {
    return createRequire(config).resolve('jest-circus/runner');
  } catch {
    // Another distribution of Jest: it keeps its own runner.
    return undefined;
  }
}
