// Only the handler, without Temporal and Dapr. The fastest way to test auth, preflight and metadata.
const { join } = require('node:path');
const { postgres, pythonApp } = require('./services');

/** @type {import('jest').Config & { globals: { connector: import('jest-connector').ConnectorConfig } }} */
module.exports = {
  preset: 'jest-connector',
  verbose: true,
  testMatch: ['<rootDir>/tests/handler-only.test.ts'],
  globals: {
    connector: {
      services: { postgres },
      app: pythonApp([join(__dirname, 'app/handler_only.py'), '${port}']),
    },
  },
};
