const { join } = require('node:path');
const { daprSidecar, temporalDevServer } = require('jest-connector');

/** @type {import('jest').Config & { globals: { connector: import('jest-connector').ConnectorConfig } }} */
module.exports = {
  preset: 'jest-connector',
  globals: {
    connector: {
      // All three are started before the tests and stopped after them, on free ports.
      services: { temporal: temporalDevServer(), dapr: daprSidecar() },
      app: {
        command: [
          ...[join(__dirname, '.venv/bin/python'), '-m', 'application_sdk.main', '--mode', 'combined'],
          ...['--app', 'my_app:MyApp', '--handler', 'my_app:MyHandler'],
          ...['--handler-host', '127.0.0.1', '--handler-port', '${port}', '--health-port', '0'],
        ],
        port: 'auto',
        // The SDK writes to its working directory; this temporary folder is removed at the end.
        cwd: '${folder}',
        env: {
          TMPDIR: '${folder}',
          PYTHONPATH: join(__dirname, 'src'),
          PYTHONDONTWRITEBYTECODE: '1',
          ATLAN_APPLICATION_NAME: 'my-connector',
          // Only with `local` does the SDK accept credentials over HTTP, which the tests' workflows need.
          ATLAN_DEPLOYMENT_NAME: 'local',
          // The metrics would use a fixed port.
          ATLAN_ENABLE_TEMPORAL_CORE_METRICS: 'false',
          ATLAN_SHUTDOWN_DRAIN_DELAY_SECONDS: '0',
        },
        // Importing the SDK alone takes ten seconds.
        timeout: 120_000,
      },
      // Credentials are in E2E_MY_CONNECTOR_*; see .env.example.
      applicationName: 'my-connector',
      // A check that passes only because its path is a typo fails.
      strictPaths: true,
    },
  },
};
