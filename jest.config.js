const { availableParallelism } = require('node:os');

/** The examples need a real PostgreSQL, and some fixed ports; `npm run gallery` makes what the gallery checks. */
const IN_MATRIX_ONLY = [
  '<rootDir>/__tests__/e2e/examples.test.ts',
  '<rootDir>/__tests__/e2e/postgres-connector-shapes.test.ts',
  ...(process.env.GALLERY ? [] : ['<rootDir>/__tests__/e2e/gallery.test.ts']),
];

/** @type {import('jest').Config} */
module.exports = {
  rootDir: __dirname,
  testMatch: ['<rootDir>/__tests__/**/*.test.ts'],
  testPathIgnorePatterns: [
    '/node_modules/',
    '/fixtures/',
    '<rootDir>/__tests__/types/',
    ...(process.env.E2E_MATRIX ? [] : IN_MATRIX_ONLY),
  ],
  modulePathIgnorePatterns: [
    '<rootDir>/.cache/',
    '<rootDir>/examples/.*/package.json',
    '<rootDir>/__tests__/e2e/fixtures/',
  ],
  transform: { '^.+\\.ts$': ['@swc/jest', { jsc: { target: 'es2022' } }] },
  // More than there are cores: many tests wait for processes that they started.
  maxWorkers: availableParallelism() + 2,
  testSequencer: '<rootDir>/__tests__/support/slowest-first.js',
};
