const base = require('./jest.config.js');

/**
 * npm run coverage: which branches the tests on the sources reach. Instrumented code is slower, so npm test does without.
 * @type {import('jest').Config}
 */
module.exports = {
  ...base,
  testMatch: ['<rootDir>/__tests__/{unit,integration}/**/*.test.ts'],
  testPathIgnorePatterns: [
    ...base.testPathIgnorePatterns,
    // They take long, and the floors hold without them: how long redaction takes, many random values, and what happens
    // in other processes.
    '<rootDir>/__tests__/unit/redaction/(long|random).test.ts',
    '<rootDir>/__tests__/unit/json/exact-json.test.ts',
    '<rootDir>/__tests__/unit/output/baseline/fingerprint.test.ts',
    '<rootDir>/__tests__/integration/service/process/stop-on-exit.test.ts',
  ],
  collectCoverage: true,
  collectCoverageFrom: [
    'src/**/*.ts',
    'matchers/**/*.ts',
    // Their code runs in another process, or in a worker thread, where Jest counts nothing.
    '!src/service/process/guardian.ts',
    '!src/output/read/parquet-worker.ts',
    // It runs Jest on the built package: __tests__/e2e/strength.test.ts does.
    '!src/cli/strength/measure-strength.ts',
    // A browser runs it; __tests__/e2e/page.test.ts does, too.
    '!src/page/use-route.ts',
    '!src/page/parts/*.ts',
    '!src/page/data/{run-data,unpack}.ts',
    '!src/page/overview/timeline-canvas.ts',
  ],
  // Babel counts what V8 does not: `??`, `?.`, defaults, and the branches of a function that is never called.
  coverageProvider: 'babel',
  coverageReporters: ['text-summary', 'html', 'json'],
  coverageThreshold: {
    // Jest holds to `global` what no other line names.
    global: { branches: 90, functions: 90, lines: 90, statements: 90 },
    'src/assertions/': { branches: 95 },
    'src/redaction/': { branches: 95 },
    'src/runner/': { branches: 95 },
  },
};
