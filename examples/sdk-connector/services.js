const { join } = require('node:path');
const { daprSidecar, temporalDevServer } = require('jest-connector');
const stack = require('./stack/paths');

const installHint = 'prepare the stack first (npm test)';

/** The programs built by `stack/`; without `path`, the installed ones are used. */
const temporal = { ...temporalDevServer({ path: stack.temporal }), installHint };
const dapr = { ...daprSidecar({ path: stack.daprd }), installHint };

/** The PostgreSQL of ../postgres-connector, which chooses its own port. */
const postgres = {
  command: ['node', '--import', 'tsx', 'app/postgres-main.ts'],
  cwd: join(__dirname, '../postgres-connector'),
  env: { TSX_DISABLE_CACHE: '1' },
  ready: { log: 'PostgreSQL listens on 127\\.0\\.0\\.1:(\\d+)', captures: ['POSTGRES_PORT'] },
};

/** A Python program of `app/`. */
function pythonApp(words) {
  return {
    command: [stack.python, ...words],
    installHint,
    port: 'auto',
    // The SDK writes `./local` to its working directory; this temporary folder is removed at the end.
    cwd: '${folder}',
    env: {
      // The SDK leaves `.sdk-partial` here.
      TMPDIR: '${folder}',
      PYTHONPATH: join(__dirname, 'app'),
      PYTHONDONTWRITEBYTECODE: '1',
      ATLAN_APPLICATION_NAME: 'postgres',
      // Only with `local` does the SDK accept credentials over HTTP, which the tests' workflows need.
      ATLAN_DEPLOYMENT_NAME: 'local',
      // The metrics would use a fixed port, so two parallel runs would conflict.
      ATLAN_ENABLE_TEMPORAL_CORE_METRICS: 'false',
      // By default, a worker takes five seconds to shut down, so that a cluster can notice; Jest waits no longer than that.
      ATLAN_SHUTDOWN_DRAIN_DELAY_SECONDS: '0',
    },
    // Importing the SDK alone takes ten seconds, or longer on a busy machine.
    timeout: 120_000,
  };
}

module.exports = { dapr, postgres, pythonApp, temporal };
