// What scripts/build.mjs makes in dist, and of what.

/** Published files that share the chunks, and the module behind each. */
export const ENTRIES = {
  index: 'src/index',
  matchers: 'matchers/index',
  register: 'src/jest/files/register-matchers',
  'global-setup': 'src/jest/files/global-setup',
  'global-teardown': 'src/jest/files/global-teardown',
  reporter: 'src/jest/files/reporter',
  transformer: 'src/jest/files/transformer',
};

/** Published files with everything they need, because they need little and must load nothing of the chunks. */
export const STANDALONE = {
  preset: 'src/jest/preset/preset',
  resolver: 'src/jest/files/resolver',
  'test-runner': 'src/jest/files/test-runner',
};

/** The same, but each runs in a process or thread of its own, so it may have a copy of anything. */
export const PROGRAMS = {
  guardian: 'src/service/process/guardian',
  'parquet-worker': 'src/output/read/parquet-worker',
};

/**
 * A module belongs to the first chunk whose roots import it, directly or not. What a function loads by `require` is a root
 * of its own: it goes where it is used, and into the core only where scenarios that pass need it.
 */
export const CHUNKS = {
  core: [
    ENTRIES.index,
    ENTRIES.register,
    'src/jest/channel/secrets',
    'src/jest/server/server-is-up',
    'src/runner/repeat/call-until-it-holds',
    'src/runner/repeat/call-with-retries',
    'src/runner/request/input-contract',
    'src/runner/workflow/wait-for-workflow',
    'src/runner/workflow/workflow-error',
  ],
  failure: [
    'src/env/dotenv-advice',
    'src/jest/failed-scenario',
    'src/jest/failure/environment-notes',
    'src/jest/failure/failure-message',
    'src/jest/output/debug-log',
    'src/jest/transform/typescript-errors',
    'src/report/cause',
    'src/report/cut/prune-result',
    'src/report/failure-text',
    'src/report/find-traceback',
    'src/service/service-errors',
  ],
  output: [
    'src/output/baseline/compare-with-expected-data',
    'src/output/read/read-records',
    'src/output/rules/check-records',
    'src/output/rules/references-resolve',
    'src/output/rules/rules',
    'src/runner/check-output',
  ],
  matchers: [ENTRIES.matchers],
  transform: [ENTRIES.transformer],
  main: [
    ENTRIES['global-setup'],
    ENTRIES['global-teardown'],
    ENTRIES.reporter,
    'src/config/dapr-sidecar',
    'src/config/temporal-dev-server',
    'src/jest/channel/open-channel',
    'src/jest/preset/with-connector',
    'src/jest/reporter/failed-lines',
    'src/jest/setup/log-follower',
    'src/service/start/start-service',
    'src/service/start/start-services',
  ],
};
