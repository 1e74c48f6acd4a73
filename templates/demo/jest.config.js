/** @type {import('jest').Config & { globals: { connector: import('jest-connector').ConnectorConfig } }} */
module.exports = {
  preset: 'jest-connector',
  globals: {
    connector: {
      // Started before the tests on a free port, and stopped after them.
      app: { command: ['node', 'demo-app.mjs'], port: 'auto', env: { PORT: '${port}' } },
      // A check that passes only because its path is a typo fails.
      strictPaths: true,
    },
  },
};
