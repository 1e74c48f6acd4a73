// The suite that `npx jest-connector init` writes for this app, from the app's own files alone.
const { execFileSync } = require('node:child_process');
const { copyFileSync, cpSync, mkdirSync, symlinkSync, writeFileSync } = require('node:fs');
const { dirname, join } = require('node:path');
const stack = require('./stack/paths');

/** The written config, with the database that the app's users have elsewhere. */
const CONFIG = `const written = require('./jest.config.js');
const { postgres } = require(${JSON.stringify(join(__dirname, 'services'))});

const { connector } = written.globals;
const database = { ...postgres, ready: { ...postgres.ready, captures: ['E2E_POSTGRES_PORT'] } };
const services = { ...connector.services, postgres: database };
module.exports = { ...written, globals: { connector: { ...connector, services } } };
`;

/** Copies the app without its tests into `folder`, has `init` write a suite there, and returns the environment to run it. */
function writeSuite(folder) {
  mkdirSync(folder);
  cpSync(join(__dirname, 'app'), join(folder, 'app'), { recursive: true });
  copyFileSync(join(__dirname, 'requirements.txt'), join(folder, 'requirements.txt'));
  // As if they had been installed there.
  symlinkSync(stack.environment, join(folder, '.venv'));
  symlinkSync(join(__dirname, '../../node_modules'), join(folder, 'node_modules'));
  const cli = join(dirname(require.resolve('jest-connector/package.json')), 'dist/cli.js');
  execFileSync(process.execPath, [cli, 'init', folder], { stdio: 'inherit' });
  writeFileSync(join(folder, 'with-database.config.js'), CONFIG);
  return {
    CONNECTOR_TEMPORAL_PATH: stack.temporal,
    CONNECTOR_DAPRD_PATH: stack.daprd,
    E2E_POSTGRES_HOST: '127.0.0.1',
    E2E_POSTGRES_USERNAME: 'connector_owner',
    E2E_POSTGRES_PASSWORD: 'owner-pass-1',
  };
}

module.exports = { writeSuite };
