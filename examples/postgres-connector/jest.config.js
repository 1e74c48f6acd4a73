const { tmpdir } = require('node:os');
const { join } = require('node:path');

// The port on which the app of this example listens; each example has its own.
const port = process.env.CONNECTOR_APP_PORT || '8765';
// Where the app writes and the suite reads: a folder of this run's own, which the app removes at its end.
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
        // Without its cache, tsx leaves nothing behind in the folder for temporary files.
        env: { CONNECTOR_APP_PORT: port, CONNECTOR_OUTPUT_DIR: output, TSX_DISABLE_CACHE: '1' },
      },
      extractedOutputBasePath: join(output, 'apps/postgres/workflows'),
    },
  },
};
