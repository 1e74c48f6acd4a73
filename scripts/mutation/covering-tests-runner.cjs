const { mkdirSync, readFileSync, writeFileSync } = require('node:fs');
const { dirname, join } = require('node:path');
const { default: TestRunner } = require('jest-runner');

/**
 * Runs the files that have a test to run, the fastest first, and stops after the first that fails. Stryker names the
 * tests that reach a change; Jest alone would load every test file for that, and has no `bail` in Stryker.
 *
 * Its first run has no names: it stores which file has which tests, and how long each file took.
 */
module.exports = class CoveringTestsRunner extends TestRunner {
  async runTests(tests, watcher, options) {
    const { testNamePattern } = this._globalConfig;
    const stored = join(this._globalConfig.rootDir, '.cache/mutation/test-files.json');
    if (!testNamePattern) return this.#runAll(tests, watcher, options, stored);

    const files = JSON.parse(readFileSync(stored, 'utf8'));
    const pattern = new RegExp(testNamePattern);
    const covering = tests
      .filter(({ path }) => files[path]?.names.some((name) => pattern.test(name)))
      .sort((left, right) => files[left.path].milliseconds - files[right.path].milliseconds);
    let hasFailed = false;
    this.on('test-file-failure', () => (hasFailed = true));
    this.on('test-file-success', ([, result]) => (hasFailed ||= result.numFailingTests > 0));
    for (const test of covering) {
      await super.runTests([test], watcher, { ...options, serial: true });
      if (hasFailed) return;
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
