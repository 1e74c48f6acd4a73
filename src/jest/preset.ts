import type { Config } from 'jest';

/** The path of our reporter. */
export const REPORTER = require.resolve('./reporter');

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
  transform: { '\\.[cm]?tsx?$': require.resolve('./transformer') },
  resolver: require.resolve('./resolver'),
  setupFilesAfterEnv: [require.resolve('./register-matchers')],
  globalSetup: require.resolve('./global-setup'),
  globalTeardown: require.resolve('./global-teardown'),
  reporters: ['default', REPORTER],
} satisfies Config;
