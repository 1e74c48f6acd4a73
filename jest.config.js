/** @type {import('jest').Config} */
module.exports = {
  rootDir: __dirname,
  testMatch: ['<rootDir>/__tests__/**/*.test.ts'],
  testPathIgnorePatterns: ['/node_modules/', '/fixtures/', '<rootDir>/__tests__/types/'],
  modulePathIgnorePatterns: [
    '<rootDir>/.cache/',
    '<rootDir>/examples/.*/package.json',
    '<rootDir>/__tests__/e2e/fixtures/',
  ],
  transform: { '^.+\\.ts$': ['ts-jest', { tsconfig: { isolatedModules: true } }] },
};
