// What scripts/build.mjs makes in dist, and of what.

/** Written last by a build that succeeded; outside of dist, which is published. */
export const BUILD_MARK = '.cache/built';

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
 * A module belongs to the first chunk whose roots import it, directly or not; what a function loads by `require` is a root
 * of its own. Before these comes the core: what the main entry shares with any other file. What the main entry alone needs is
 * in its own file, so that global setup and the reporter do not load it.
 */
export const CHUNKS = {
  core: [ENTRIES.register],
  failure: [
    'src/env/dotenv-advice',
    'src/jest/failed-scenario',
    'src/jest/failure/environment-notes',
    'src/jest/failure/failure-message',
    'src/jest/output/debug-log',
    'src/jest/reporter/failed-lines',
    'src/jest/server/correlated-lines',
    'src/jest/transform/typescript-errors',
    'src/report/cause',
    'src/report/cut/prune-result',
    'src/report/failure-text',
    'src/report/find-traceback',
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
    'src/jest/setup/log-follower',
    'src/service/service-errors',
    'src/service/start/start-service',
    'src/service/start/start-services',
  ],
};
