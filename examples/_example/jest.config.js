// The port on which the app listens; each example has its own.
const port = '8766';

// Uses the database of the app below, from .env.embedded. For your own database, remove this line and fill in .env.
process.env.CONNECTOR_ENV ||= 'embedded';

/** @type {import('jest').Config & { globals: { connector: import('jest-connector').ConnectorConfig } }} */
module.exports = {
  preset: 'jest-connector',
  globals: {
    connector: {
      // This starts the app of ../postgres-connector. For your own connector, enter the command that starts it, and its
      // URL. Or remove `app`, start it yourself, and set `serverHost: 'http://localhost:8000'`.
      app: {
        command: ['node', '--import', 'tsx', 'app/main.ts'],
        cwd: '../postgres-connector',
        url: `http://127.0.0.1:${port}`,
        env: { CONNECTOR_APP_PORT: port, TSX_DISABLE_CACHE: '1' },
      },
    },
  },
};
