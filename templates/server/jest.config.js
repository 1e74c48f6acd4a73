/** @type {import('jest').Config & { globals: { connector: import('jest-connector').ConnectorConfig } }} */
module.exports = {
  preset: 'jest-connector',
  globals: {
    connector: {
      // The URL of a running app. To have it started, replace this line with `app: { command: ['…'], url: '…' }`.
      serverHost: 'http://127.0.0.1:8000',
      // Credentials are in E2E_MY_CONNECTOR_*; see .env.example.
      applicationName: 'my-connector',
      // A check that passes only because its path is a typo fails.
      strictPaths: true,
    },
  },
};
