import { createRequire } from 'node:module';

/** A global of each project's tests: the path of Jest's own test runner, which ours calls. */
export const JEST_RUNNER = '__JEST_CONNECTOR_JEST_RUNNER__';

const JEST_CONFIG = /[\\/]jest-config[\\/]build[\\/]index\.js$/;

/**
 * Where Jest's own test runner is: that of the Jest that runs, which has loaded its `jest-config` when it reads a preset.
 * Looked for as that does; `undefined` where it is not found.
 */
export function jestRunner(): string | undefined {
  const config = Object.keys(require.cache).find((path) => JEST_CONFIG.test(path));
  if (config === undefined) return undefined;
  try {
    return createRequire(config).resolve('jest-circus/runner');
  } catch {
    // A Jest of another make: it keeps its own runner.
    return undefined;
  }
}
