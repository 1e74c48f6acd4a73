// npm run coverage: what the unit tests reach. Instrumented code is slower, so npm test does without.
/** @type {import('jest').Config} */
module.exports = {
  ...require('./jest.config.js'),
  collectCoverage: true,
  collectCoverageFrom: ['src/**/*.ts', 'matchers/**/*.ts'],
  // Babel counts what V8 does not: `??`, `?.`, defaults, and the branches of a function that is never called.
  coverageProvider: 'babel',
  coverageReporters: ['text-summary', 'html', 'json'],
  coverageThreshold: {
    global: { branches: 90, functions: 90, lines: 90, statements: 90 },
    'src/assertions/': { branches: 95 },
    'src/redaction/': { branches: 95 },
    'src/runner/': { branches: 95 },
  },
};
