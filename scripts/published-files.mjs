// The files that scripts/build.mjs writes to dist, and the modules in them.

/** Written at the end of a successful build; outside of dist, because dist is published. */
export const BUILD_MARK = '.cache/built';

/** What dist is made from. No folder here may hold a node_modules: installing would make every later command build. */
export const BUILD_INPUTS = [
  'src',
  'matchers',
  'scripts/build.mjs',
  'scripts/build-page.mjs',
  'scripts/published-files.mjs',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
  'tsconfig.build.json',
];

/** Published files that share the chunks, and the module that each exports. */
export const ENTRIES = {
  index: 'src/index',
  matchers: 'matchers/index',
  register: 'src/jest/files/register-matchers',
  'global-setup': 'src/jest/files/global-setup',
  'global-teardown': 'src/jest/files/global-teardown',
  reporter: 'src/jest/files/reporter',
  transformer: 'src/jest/files/transformer',
  cli: 'src/cli/cli',
};

/** Standalone published files, because they need little code and must not load the chunks. */
export const STANDALONE = {
  preset: 'src/jest/preset/preset',
  resolver: 'src/jest/files/resolver',
  'test-runner': 'src/jest/files/test-runner',
};

/** Standalone files that run in a separate process or thread, so they may have a copy of any module. */
export const PROGRAMS = {
  guardian: 'src/service/process/guardian',
  'parquet-worker': 'src/output/read/parquet-worker',
};

/** The page of a report without its data, made from src/page; src/run-report/page/template.ts reads it. */
export const PAGE = 'page.html';

/**
 * A module belongs to the first chunk whose roots import it, directly or indirectly; a module that a function loads with
 * `require` is a separate root. The core comes first and has the modules that the main entry shares with any other file.
 * Modules that only the main entry needs are in its own file, so that global setup and the reporter don't load them.
 */
export const CHUNKS = {
  core: [ENTRIES.register],
  journal: ['src/jest/journal/block-journal', 'src/jest/journal/client-journal'],
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
    'src/report/failure-text',
    'src/report/find-traceback',
  ],
  // Small modules of several chunks below, so that none of these loads another one.
  shared: ['src/apis/preflight/readiness', 'src/apis/response/is-refused', 'src/replace-file'],
  output: [
    'src/output/baseline/compare-with-expected-data',
    'src/output/read/read-records',
    'src/output/rules/check-records',
    'src/output/rules/references-resolve',
    'src/output/rules/rules',
    'src/runner/check-output',
  ],
  refusal: ['src/runner/forbidden-secrets', 'src/runner/workflow/must-not-start'],
  strength: ['src/jest/strength/block-strength'],
  standard: ['src/standard/standard-scenarios'],
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
  report: [
    'src/jest/reporter/run-report',
    'src/jest/reporter/write-reports',
    'src/run-report/journal/journals',
    'src/run-report/outputs/end-lines',
    'src/run-report/remove-reports',
  ],
  cli: [ENTRIES.cli, 'src/cli/contract/contract-command', 'src/cli/merge/merge-reports', 'src/cli/show/show-report'],
  doctor: ['src/cli/doctor/doctor'],
  init: ['src/cli/init/init', 'src/cli/init/prompts'],
  record: ['src/cli/record/record-command'],
  measure: ['src/cli/strength/measure-strength'],
};
