const { availableParallelism } = require('node:os');

/** @type {import('jest').Config} */
module.exports = {
  rootDir: __dirname,
  testMatch: ['<rootDir>/__tests__/**/*.test.ts'],
  testPathIgnorePatterns: [
    '/node_modules/',
    '/fixtures/',
    '<rootDir>/__tests__/types/',
    // Minutes with a real PostgreSQL, on fixed ports: `.ci/run` runs them.
    ...(process.env.E2E_MATRIX ? [] : ['<rootDir>/__tests__/e2e/examples.test.ts']),
  ],
  modulePathIgnorePatterns: [
    '<rootDir>/.cache/',
    '<rootDir>/examples/.*/package.json',
    '<rootDir>/__tests__/e2e/fixtures/',
  ],
  transform: { '^.+\\.ts$': ['@swc/jest', { jsc: { target: 'es2022' } }] },
  // One more than there are cores: many tests wait for processes that they started.
  maxWorkers: availableParallelism() + 1,
  testSequencer: '<rootDir>/__tests__/support/slowest-first.js',
};
