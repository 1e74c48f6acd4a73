const { mkdirSync, readFileSync, writeFileSync } = require('node:fs');
const { dirname, join } = require('node:path');
const { default: TestRunner } = require('jest-runner');

/** The test files that failed for earlier changes, the last one first: Stryker goes through a source from top to bottom. */
const failedBefore = [];

/**
 * Runs the files that have a test to run, first those that failed last, then the fastest, and stops after the first that
 * fails. Stryker names the tests that reach a change; Jest alone would load every test file for that, and has no `bail`
 * in Stryker.
 *
 * The run without a change stores which file has which tests, and how long each file took.
 */
module.exports = class CoveringTestsRunner extends TestRunner {
  async runTests(tests, watcher, options) {
    const { rootDir, testNamePattern = '' } = this._globalConfig;
    const stored = join(rootDir, '.cache/mutation/test-files.json');
    if (process.env.__STRYKER_ACTIVE_MUTANT__ === undefined) return this.#runAll(tests, watcher, options, stored);

    let failed;
    this.on('test-file-failure', ([{ path }]) => (failed = path));
    this.on('test-file-success', ([{ path }, { numFailingTests }]) => {
      if (numFailingTests > 0) failed = path;
    });
    for (const test of covering(tests, testNamePattern, JSON.parse(readFileSync(stored, 'utf8')))) {
      await super.runTests([test], watcher, { ...options, serial: true });
      if (failed !== undefined) return void noteFailed(failed);
    }
  }

  async #runAll(tests, watcher, options, stored) {
    const files = {};
    this.on('test-file-success', ([{ path }, { testResults, perfStats }]) => {
      files[path] = { names: testResults.map(({ fullName }) => fullName), milliseconds: perfStats.runtime };
    });
    await super.runTests(tests, watcher, options);
    mkdirSync(dirname(stored), { recursive: true });
    writeFileSync(stored, JSON.stringify(files));
  }
};

function covering(tests, testNamePattern, files) {
  const pattern = new RegExp(testNamePattern);
  const rank = ({ path }) => {
    const index = failedBefore.indexOf(path);
    return index < 0 ? failedBefore.length + files[path].milliseconds : index;
  };
  return tests
    .filter(({ path }) => files[path]?.names.some((name) => pattern.test(name)))
    .sort((left, right) => rank(left) - rank(right));
}

function noteFailed(path) {
  const index = failedBefore.indexOf(path);
  if (index >= 0) failedBefore.splice(index, 1);
  failedBefore.unshift(path);
}
