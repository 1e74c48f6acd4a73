import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, jest } from '@jest/globals';
import { describeEachJest } from './describe-each-jest';
import { installPackage } from './installed-project';
import { runJest } from './run-jest';

jest.setTimeout(60_000);

let temporary: string;
beforeEach(() => {
  temporary = mkdtempSync(join(tmpdir(), 'projects-'));
});
afterEach(() => rmSync(temporary, { recursive: true }));

describeEachJest('several projects under one preset', (major, { test, testWays }) => {
  const everyWay = [
    ['in workers', '-w=2'],
    ['in band', '-i'],
  ] as const;
  testWays(everyWay)(
    '%s, each has its own app and services, and what they share is started once',
    async (_how, flag) => {
      const project = (await installPackage({ jest: major })).project('monorepo', {
        'one/.env': 'MY_NAME=one\n',
        'two/.env': 'MY_NAME=two\nMY_OTHER=two\n',
      });
      const started = join(temporary, 'started');
      const run = await runJest(project, [flag], { env: { STARTED: started, TMPDIR: temporary } });
      const folders = readFileSync(started, 'utf8').trim().split('\n').sort();

      expect(run.json).toMatchObject({ numPassedTests: 11, numFailedTests: 0 });
      const each = ['one', 'two', 'three', 'two/inner'].map((name) => join(project, name));
      expect(folders).toEqual([project, ...each, ...each].sort());
    },
  );

  test('a global setup of the user’s that does not call ours is named by the first test, with what to do', async () => {
    const project = (await installPackage({ jest: major })).project('monorepo', {
      'one/nothing.js': 'module.exports = () => {};',
    });
    const run = await runJest(join(project, 'one'), ['--globalSetup=./nothing.js', '-t', 'own_app'], {
      env: { MY_DB_PORT: '1' },
    });
    const [first, second] = run.json?.testResults[0]?.assertionResults.map((test) => test.failureMessages.join()) ?? [];

    expect(first).toMatch(
      /^ConnectorTestError \[SETUP_NOT_RUN\]: The preset's global setup did not run\.[^]*the app or services in `globals.connector` were not started/,
    );
    expect(first).toContain('Fix: call setupConnector(globalConfig, projectConfig) from your globalSetup');
    expect(second).toMatch(/^ConnectorTestError \[SETUP_FAILED\]: .*the set-up of its block failed.*$/);
  });
});
