// The app as the SDK's documentation runs it: with Temporal, Dapr and a worker that runs its workflow.
const { dapr, postgres, pythonApp, temporal } = require('./services');

/** @type {import('jest').Config & { globals: { connector: import('jest-connector').ConnectorConfig } }} */
module.exports = {
  preset: 'jest-connector',
  verbose: true,
  testMatch: ['<rootDir>/tests/{connector,extraction}.test.ts'],
  globals: {
    connector: {
      services: { postgres, temporal, dapr },
      app: pythonApp([
        ...['-m', 'application_sdk.main', '--mode', 'combined'],
        ...['--app', 'connector:PostgresConnector', '--handler', 'connector:PostgresHandler'],
        ...['--handler-host', '127.0.0.1', '--handler-port', '${port}', '--health-port', '0'],
      ]),
    },
  },
};
