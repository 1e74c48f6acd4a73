// npm run mutation: changes the sources one place at a time, and reports the changes that no unit or integration test notices.
// MUTATE=redaction/text npm run mutation does so in one folder or file, with the tests of `redaction`, which is much faster;
// TESTS=redaction/text has fewer tests loaded.
import process from 'node:process';

const folders = process.env.MUTATE ?? '{assertions,redaction,runner,scenario}';
const tests =
  process.env.TESTS ?? process.env.MUTATE?.split('/')[0] ?? '{assertions,matchers,redaction,report,runner,scenario}';

export default {
  testRunner: 'jest',
  coverageAnalysis: 'perTest',
  // A change of what is only evaluated while a module is loaded would need a run of every test: it is ignored, not scored.
  ignoreStatic: true,
  concurrency: 2,
  // Jest leaves something in its process with each test file it runs, which slows down every promise.
  maxTestRunnerReuse: 100,
  // A change that times out counts as noticed: on a busy machine the default of 5 s would count changes that nothing notices.
  timeoutMS: 30_000,
  mutate: [`src/${folders}/**/*.ts`, `src/${folders}.ts`],
  jest: {
    configFile: 'jest.config.js',
    // CoveringTestsRunner finds the files.
    enableFindRelatedTests: false,
    config: {
      runner: '<rootDir>/scripts/mutation/covering-tests-runner.cjs',
      testMatch: [`<rootDir>/__tests__/{unit,integration}/${tests}/**/*.test.ts`],
    },
  },
  ignorePatterns: ['/api', '/bench', '/coverage', '/dist', '/examples'],
  incremental: true,
  incrementalFile: '.cache/mutation/incremental.json',
  tempDirName: '.cache/mutation/sandbox',
  reporters: ['clear-text', 'progress', 'html'],
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
  htmlReporter: { fileName: '.cache/mutation/report.html' },
};
