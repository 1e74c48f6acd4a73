const { tmpdir } = require('node:os');
const { join } = require('node:path');

// The port on which the app of this example listens; each example has its own.
const port = process.env.CONNECTOR_APP_PORT || '8765';
// The folder that the app writes to and the suite reads from. Each run has its own, which the app removes when it ends.
const output = process.env.CONNECTOR_OUTPUT_DIR || join(tmpdir(), `postgres-connector-${process.pid}-output`);

/** @type {import('jest').Config & { globals: { connector: import('jest-connector').ConnectorConfig } }} */
module.exports = {
  preset: 'jest-connector',
  verbose: true,
  globals: {
    connector: {
      app: {
        command: ['node', '--import', 'tsx', 'app/main.ts'],
        url: `http://127.0.0.1:${port}`,
        // Without its cache, tsx leaves no files in the system's temp directory.
        env: { CONNECTOR_APP_PORT: port, CONNECTOR_OUTPUT_DIR: output, TSX_DISABLE_CACHE: '1' },
      },
      extractedOutputBasePath: join(output, 'apps/postgres/workflows'),
    },
  },
};
