import { afterAll, beforeAll, expect, jest } from '@jest/globals';
import { type AppServer, startAppServer } from '../support/app-server';
import { unwrapped } from '../support/unwrapped';
import { describeEachJest } from './describe-each-jest';
import { type Installation, installPackage } from './installed-project';
import { type JestRun, runJest } from './run-jest';

jest.setTimeout(120_000);

let server: AppServer;
beforeAll(async () => {
  server = await startAppServer();
});
afterAll(() => server.close());

// Mistakes whose failures, or the lack of one, misled a newcomer.
describeEachJest('failures in the first hour', (major, { test, testInMatrix, testWays }) => {
  let installed: Installation;
  beforeAll(async () => {
    installed = await installPackage({ jest: major });
  }, 300_000);

  function run(files: Readonly<Record<string, string>>, args: readonly string[] = []): Promise<JestRun> {
    const env = { CONNECTOR_SERVER_HOST: server.url, FORCE_COLOR: '0' };
    return runJest(installed.project('first-hour', files), args, { env });
  }

  const checks = `{ 'data.eror': isNone(), 'data.statsu': isMissing(), 'dta.message': optional(exists()) }`;
  const others = `{ 'data.errors': isNone(), 'data.page2': isMissing(), 'data.eror': isNone(), 'data.error': exists() }`;
  const typos = (options: string): string =>
    `const { describeConnector, exists, isMissing, isNone, optional } = require('jest-connector');
        jest.retryTimes(1);
        describeConnector('login', [
          { name: 'typos', api: 'auth', args: {}, assertThat: ${checks} },
          { name: 'words', api: 'auth', args: {}, assertThat: ${others} },
        ], ${options});`;
  /** Runs files whose checks have misspelt paths. */
  async function runTypos(files: Readonly<Record<string, string>>): Promise<JestRun> {
    const data = { error: 'E1', status: 'ok', message: 'm', page1: 1 };
    server.respond('POST /workflows/v1/auth', { json: { data } });
    const result = await run(files, ['-i']);
    server.respond('POST /workflows/v1/auth', () => undefined);
    return result;
  }
  function expectStrict({ json, output }: JestRun): void {
    expect(json).toMatchObject({ numPassedTests: 1, numFailedTests: 1 });
    expect(output).toMatch(
      /data\.eror\n +expected: null or nothing\n +received: nothing.*\n +because: with `strictPaths`/,
    );
    expect(output).toMatch(/did you mean: data\.error\n/);
  }

  test('a misspelt path of a check that accepts nothing is noticed once, and fails with strictPaths', async () => {
    const lenient = await runTypos({ 'login.test.js': typos('{}') });
    const strict = await runTypos({
      'login.test.js': typos('{ strictPaths: true }'),
      'wrong.test.js': typos("{ strictPaths: 'yes' }"),
    });

    expect(lenient.exitCode).toBe(0);
    const notices = unwrapped(lenient.stderr)
      .split('\n')
      .filter((line) => line.includes('did you mean'));
    expect(notices.map((line) => line.replace(/so its check .*did/, '… did').replace(/\?.*/, ''))).toEqual(
      [
        'data.eror does not exist, … did you mean data.error',
        'data.statsu does not exist, … did you mean data.status',
        'dta.message does not exist, … did you mean data.message',
      ].map((text) => `jest-connector: scenario "typos" (login.test.js:4): ${text}`),
    );
    expectStrict(strict);
    expect(strict.output).toMatch(/strictPaths: expected true or false/);
  });

  testInMatrix('it fails with strictPaths in the config, too', async () => {
    const config = `{ preset: 'jest-connector', globals: { connector: { strictPaths: true } } }`;
    expectStrict(await runTypos({ 'jest.config.js': `module.exports = ${config};`, 'login.test.js': typos('{}') }));
  });

  const inBandOrNot = [
    ['in band', ['-i']],
    ['in workers', ['-w', '2', '--workerIdleMemoryLimit=8GB']],
  ] as const;
  testWays(inBandOrNot)(
    '%s, the deciding hint stands under the title, a repeated cause is told in one line, and the run ends with a line per failure',
    async (_how, args) => {
      const files = {
        'login.test.js': `const { describeConnector, equals, lazy } = require('jest-connector');
        const login = { api: 'auth', args: { credentials: { username: 'me', password: 'wrong' } } };
        const checks = { success: equals(true), 'data.status': equals('success') };
        describeConnector('login', [
          { ...login, name: 'auth_valid', assertThat: checks },
          { ...login, name: 'auth_again', assertThat: checks },
          { ...login, name: 'auth_other', args: { credentials: { host: 'db' } }, assertThat: { success: equals(true) } },
          { ...login, name: 'no_answer', api: 'reset', assertThat: checks },
          { ...login, name: 'no_answer_again', api: 'reset', assertThat: checks },
          { ...login, name: 'checks', api: 'metadata', assertThat: { success: equals('yes'), 'data.a': equals(1) } },
          { ...login, name: 'passes', api: 'metadata', assertThat: { success: equals(true) } },
        ], { apis: { reset: { method: 'POST', path: '/reset' } } });`,
        'other.test.js': `const { describeConnector, lazy } = require('jest-connector');
        const scenarios = (name) => [{ name, api: 'metadata', args: {}, assertThat: { success: true } }];
        describeConnector('before', scenarios('hook'), { beforeScenario: () => { throw new Error('no database'); } });
        describeConnector('after', scenarios('hook'), { afterScenario: () => { throw new Error('no clean-up'); } });
        describeConnector('set-up', [...scenarios('first'), ...scenarios('second')], {
          setupTestEnvironment: () => { throw new Error('no network'); },
        });
        describeConnector('variables', scenarios('lacks').map((each) => ({ ...each, requires: ['MY_UNSET'], onMissing: 'fail' })));
        test('of Jest', () => { throw new Error('not ours'); });`,
      };
      const refusal = { success: false, data: { status: 'invalid', message: 'wrong password' } };
      server.respond('POST /workflows/v1/auth', { status: 401, json: refusal });
      server.respond('POST /reset', { fault: 'reset' });
      const whole = await run(files, args);
      const one = await run(files, ['-t', 'auth_again']);
      server.respond('POST /workflows/v1/auth', () => undefined);

      const hint = 'the source rejected this login: "wrong password"';
      const ended = (name: string, why: string): string => `  ${name}: ${why}`;
      const block = whole.output.slice(whole.output.lastIndexOf('Failed scenarios:')).trim().split('\n');
      expect(block).toEqual([
        'Failed scenarios:',
        ended('login auth_valid', `${hint} (login.test.js:5)`),
        ended('login auth_again', `${hint} (login.test.js:6)`),
        ended('login auth_other', `${hint} (login.test.js:7)`),
        ended(
          'login no_answer',
          `[REQUEST_FAILED] POST ${server.url}/reset got no response. ECONNRESET: read ECONNRESET (login.test.js:8)`,
        ),
        ended(
          'login no_answer_again',
          `[REQUEST_FAILED] POST ${server.url}/reset got no response. ECONNRESET: read ECONNRESET (login.test.js:9)`,
        ),
        ended('login checks', 'success: expected equal to "yes", received true (and 1 more) (login.test.js:10)'),
        ended('before hook', 'no database (other.test.js:3)'),
        ended('after hook', 'no clean-up (other.test.js:4)'),
        ended('set-up first', 'no network (other.test.js:5)'),
        expect.stringMatching(/^ {2}set-up second: \[SETUP_FAILED\] .* \(other\.test\.js:5\)$/),
        ended(
          'variables lacks',
          '[MISSING_VARIABLES] Scenario "lacks" was not run: MY_UNSET is not set. (other.test.js:8)',
        ),
      ]);
      const failures = Object.fromEntries(
        whole.output
          .split(/^ +● login › /m)
          .slice(1)
          .map((part) => [part.split('\n')[0], part.split(/^ +● /m)[0] ?? ''] as const),
      );
      const start = (name: string): string => (failures[name] ?? '').split('\n').slice(0, 8).join('\n');
      expect(start('auth_valid')).toMatch(
        /Scenario "auth_valid" failed: 2 of 2 checks\.\n\n +Hint: the source rejected/,
      );
      expect(start('auth_again')).toMatch(
        /failed: 2 of 2 checks\.\n\n +Hint: same cause as in "auth_valid": the source rejected/,
      );
      expect(failures['auth_again']).toMatch(
        /success\n[^]*data\.status\n[^]*POST \S+\/auth → 401[^]*See "auth_valid" for the request, the response and a curl command\./,
      );
      for (const name of ['auth_again', 'auth_other', 'no_answer_again']) {
        expect(failures[name]).not.toMatch(/Response \(|Repeat it:/);
      }
      expect(failures['auth_again']).not.toContain('Sent:');
      expect(failures['auth_other']).toMatch(
        /Sent:[^]*"host"[^]*See "auth_valid" for the response and a curl command\./,
      );
      expect(failures['no_answer_again']).toMatch(
        /same cause as in "no_answer": ECONNRESET: .*\n\n +POST \S+ got no response\.\n\n +POST \S+ → no response\n/,
      );
      expect(one.output).toMatch(/Hint: the source rejected this login[^]*Response \([^]*Repeat it:/);
    },
  );
});
