/** @type {import('jest').Config & { globals: { connector: import('jest-connector').ConnectorConfig } }} */
module.exports = {
  preset: 'jest-connector',
  globals: {
    connector: {
      // Started before the tests on a free port, and stopped after them.
      app: { command: ['node', 'demo-app.mjs'], port: 'auto', env: { PORT: '${port}' } },
      // Credentials are in E2E_MY_CONNECTOR_*; see .env.example.
      applicationName: 'my-connector',
      // A check that passes only because its path is a typo fails.
      strictPaths: true,
    },
  },
};
