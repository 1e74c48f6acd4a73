// The port on which the app listens; each example has its own.
const port = '8767';

/** @type {import('jest').Config & { globals: { connector: import('jest-connector').ConnectorConfig } }} */
module.exports = {
  preset: 'jest-connector',
  globals: {
    connector: {
      app: {
        command: ['node', '--import', 'tsx', 'app/main.ts'],
        cwd: '../postgres-connector',
        url: `http://127.0.0.1:${port}`,
        env: { CONNECTOR_APP_PORT: port, TSX_DISABLE_CACHE: '1' },
      },
    },
  },
};
