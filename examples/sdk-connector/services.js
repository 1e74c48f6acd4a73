const { join } = require('node:path');
const { daprSidecar, temporalDevServer } = require('jest-connector');
const stack = require('./stack/paths');

const installHint = 'prepare the stack first (npm test)';

/** The programs that `stack/` has built; without `path`, those that are installed. */
const temporal = { ...temporalDevServer({ path: stack.temporal }), installHint };
const dapr = { ...daprSidecar({ path: stack.daprd }), installHint };

/** The PostgreSQL of ../postgres-connector, on a port that it chooses itself. */
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
    // The SDK writes `./local` into the folder in which it runs; this one goes at the end.
    cwd: '${folder}',
    env: {
      // There it leaves `.sdk-partial`.
      TMPDIR: '${folder}',
      PYTHONPATH: join(__dirname, 'app'),
      PYTHONDONTWRITEBYTECODE: '1',
      ATLAN_APPLICATION_NAME: 'postgres',
      // Only there does the SDK take credentials over HTTP, as a workflow of the tests needs it.
      ATLAN_DEPLOYMENT_NAME: 'local',
      // Otherwise at a fixed port, so that two runs at once would meet.
      ATLAN_ENABLE_TEMPORAL_CORE_METRICS: 'false',
      // Told to stop, a worker waits five seconds for a cluster to notice, as long as Jest waits for it.
      ATLAN_SHUTDOWN_DRAIN_DELAY_SECONDS: '0',
    },
    // Importing the SDK alone takes ten seconds, and more on a busy machine.
    timeout: 120_000,
  };
}

module.exports = { dapr, postgres, pythonApp, temporal };
