import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { afterAll, beforeAll, beforeEach, describe, expect, jest } from '@jest/globals';
import { type AppServer, startAppServer } from '../support/app-server';
import { describeEachJest } from './describe-each-jest';
import { installPackage } from './installed-project';
import { IS_CONCURRENT, type JestRun, messagesOf, runJest, statuses } from './run-jest';

jest.setTimeout(60_000);

let server: AppServer;
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'jest-connector-e2e-'));
});
afterAll(() => rmSync(folder, { recursive: true }));
beforeEach(async () => {
  server = await startAppServer();
});
afterEach(() => server.close());

describeEachJest('describeConnector', (major, { test, testWays }) => {
  let project: string;
  beforeAll(async () => {
    project = (await installPackage({ jest: major })).project('blocks');
  }, 300_000);

  const run = (file: string, args: readonly string[] = [], env: Record<string, string> = {}) =>
    runJest(project, [file, ...args], { env: { CONNECTOR_SERVER_HOST: server.url, ...env } });

  test('makes a test of each scenario, and calls the hooks in order', async () => {
    const sayFile = join(folder, `say-${major}.txt`);
    const result = await run('hooks.test', [], { SAY_FILE: sayFile });

    expect(statuses(result)).toEqual({
      'outer hooks first': 'passed',
      'outer hooks the first': 'passed',
      'outer hooks fails': 'failed',
      'outer hooks left out (skipped: until Monday)': 'pending',
      'outer hooks to come': 'todo',
      'outer hooks tagged @smoke': 'passed',
      'hooks second block': 'passed',
    });
    const said = readFileSync(sayFile, 'utf8').trim().split('\n');
    const inOrder = (lines: readonly string[]) => (IS_CONCURRENT ? [...lines].sort() : lines);
    expect([said[0], said.at(-1)]).toEqual(['setup', 'cleanup 4']);
    expect(inOrder(said)).toEqual(
      inOrder([
        'setup',
        'before first 1',
        'after first passed 401',
        'before the first 2',
        'after the first passed 401',
        'before fails 3',
        'after fails failed 401',
        'before tagged 4',
        'after tagged passed 401',
        'cleanup 4',
      ]),
    );
  });

  const filters = [
    ['tagged', ['-t', '@smoke']],
    ['first', ['-t', 'hooks first$']],
  ] as const;
  testWays(filters)('-t runs %s alone', async (name, args) => {
    const sayFile = join(folder, `say-${major}-${name}.txt`);
    const result = await run('hooks.test', args, { SAY_FILE: sayFile });

    expect(result.json).toMatchObject({ numPassedTests: 1, numFailedTests: 0 });
    expect(readFileSync(sayFile, 'utf8')).toBe(`setup\nbefore ${name} 1\nafter ${name} passed 401\ncleanup 1\n`);
  });

  describe('in one run of several files', () => {
    let result: JestRun;
    let messages: Record<string, string>;
    beforeAll(async () => {
      const several = await startAppServer();
      several.respond('POST /echo', ({ headers, query }) => ({ json: { headers, query } }));
      const globals = JSON.stringify({ connector: { headers: { 'x-config': '1' } } });
      const files = '(hook-errors|cleanup-error|failing|invalid|unreachable|inherited).test';
      result = await runJest(project, ['-i', files, '--globals', globals], {
        env: { CONNECTOR_SERVER_HOST: several.url },
      });
      messages = messagesOf(result);
      await several.close();
    }, 60_000);

    /** What Jest says of a file as a whole. */
    const ofFile = (name: string) => {
      const file = result.json?.testResults.find((each) => each.name.endsWith(`${name}.test.js`));
      return { message: stripVTControlCharacters(file?.message ?? ''), tests: file?.assertionResults };
    };

    test('no error of a hook hides another error', () => {
      expect(messages['set-up one']).toContain('no database');
      expect(messages['set-up two']).toMatch(/SETUP_FAILED.*Not run: the block's set-up failed/);
      expect(messages['set-up two']).not.toContain('no database');
      expect(messages['before one']).toContain('before broke');
      expect(messages['after one']).toContain('SCENARIO_FAILED');
      expect(messages['after one']).toContain('after broke');
      expect(messages['slow one']).toContain('beforeScenario did not finish within 1000 ms');
    });

    test('cleanup runs after a failed set-up, and its own error is shown beside', () => {
      const { message, tests } = ofFile('cleanup-error');
      expect(tests).toMatchObject([{ status: 'failed' }]);
      expect(message).toContain('no database');
      expect(message).toContain('cleanup broke');
      expect(result.output).toContain('cleaned up all the same');
    });

    test('a failure lists all failed checks, and points at the user’s lines', () => {
      const message = messages['failing several_checks_fail'];

      expect(statuses(result)['failing fine']).toBe('passed');
      expect(message).toContain('Scenario "several_checks_fail" failed: 3 of 5 checks.');
      // Jest 29 gets all checks as one error, which needs no list of them.
      expect(message?.includes('Failed: data.status, data.identites, data.scopes.0.name')).toBe(major === 30);
      expect(message).toContain('The service user may read.');
      expect(message).toMatch(/data\.status\n\s+expected: equal to "ready"\n\s+received: "success"/);
      expect(message).toMatch(/data\.identites\n[^]*the path stops at "data"[^]*did you mean: data\.identities/);
      expect(message).toMatch(/data\.scopes\.0\.name\n[^]*the path stops at "data\.scopes\.0"/);
      expect(message).toMatch(
        /POST http:\/\/127\.0\.0\.1:\d+\/workflows\/v1\/auth → 200 OK in \d+ ms[^]*Repeat it:[^]*-d '{"credentials":.*\$MY_PASSWORD/,
      );
      // Before 30.5 Jest shows the lines of one error only.
      const shown = ["> 13 |       'data.status': equals('ready'),", "> 14 |       'data.identites': exists(),"];
      const lines = major === 30 ? shown : shown.slice(0, 1);
      for (const line of lines) expect(result.output).toContain(line);
      expect(message).not.toMatch(/node_modules\/jest-connector/);
    });

    test('all mistakes of a file come at once, with the line of the call, and nothing runs', () => {
      const { message, tests } = ofFile('invalid');
      expect(tests).toEqual([]);
      expect(message).toContain('8 problems');
      for (const help of [
        'did you mean: auth',
        'did you mean: assertThat',
        'did you mean: serverHost',
        '30_000',
        'exists(…)',
      ]) {
        expect(message).toContain(help);
      }
      expect(message).toContain('> 3 | describeConnector(');
    });

    test('a server that cannot be reached is told in full once', () => {
      expect(messages['unreachable one']).toMatch(
        /SERVER_UNREACHABLE[^]*http:\/\/127\.0\.0\.1:9[^]*ECONNREFUSED[^]*Fix:/,
      );
      expect(messages['unreachable two']).toMatch(/^ConnectorTestError \[SETUP_FAILED\]: [^\n]*$/);
      expect(messages['unreachable three']).not.toContain('ECONNREFUSED');
    });

    test('headers and query are merged over configuration, block and scenario', () => {
      const { tests } = ofFile('inherited');
      expect(tests?.map(({ status }) => status)).toEqual(['passed', 'passed']);
    });
  });

  test('with unset credentials no scenario is green, and nothing is sent', async () => {
    const result = await run('credentials.test');

    expect(Object.values(statuses(result))).toEqual(['failed', 'failed', 'failed']);
    expect(messagesOf(result)['credentials invalid']).toContain('credentials.password is undefined');
    expect(server.requests.filter(({ method }) => method === 'POST')).toEqual([]);
  });

  const MISSING = { MY_EMPTY: '', E2E_RUNS_PASSWORD: 'nothing right' };

  test('scenarios whose variables are missing are skipped, with the reason, and their set-up is not run', async () => {
    const result = await run('requires.test', [], { ...MISSING, CI: '' });

    expect(result.exitCode).toBe(0);
    expect(statuses(result)).toEqual({
      'needs runs': 'passed',
      'needs lacks @slow (skipped: missing MY_UNSET, MY_EMPTY)': 'pending',
      'needs put_off (skipped: until Monday)': 'pending',
      'nothing can run lacks all (skipped: missing MY_UNSET)': 'pending',
    });
    expect(result.output).toMatch(/2 scenarios were skipped\. Not set: MY_UNSET, MY_EMPTY\.\s*$/);
    expect(result.output).toContain('before runs');
    expect(result.output).toContain('{"credentials":[{"key":"password","value":"[redacted]"}]}');
    expect(result.output).not.toMatch(/before lacks|the set-up ran/);
  });

  test('in CI they fail, at their own lines, without hooks; under -t only those that were asked for', async () => {
    const result = await run('requires.test', [], { ...MISSING, CI: 'true' });

    expect(statuses(result)).toMatchObject({ 'needs lacks @slow': 'failed', 'nothing can run lacks all': 'failed' });
    expect(messagesOf(result)['needs lacks @slow']).toMatch(
      /MISSING_VARIABLES\]: Scenario "lacks" was not run: MY_UNSET, MY_EMPTY are not set\.[^]*requires\.test\.js:10:/,
    );
    expect(result.output).not.toMatch(/before lacks|the set-up ran/);
    const chosen = await run('requires.test', ['-t', 'needs runs$'], { ...MISSING, CI: 'true' });
    expect(chosen).toMatchObject({ exitCode: 0, json: { numPassedTests: 1, numFailedTests: 0 } });
  });

  test('a run in which all was skipped is not green in CI, whatever onMissing says', async () => {
    const globals = JSON.stringify({ connector: { onMissing: 'skip' } });
    const args = ['-t', 'lacks', '--globals', globals];
    const [inCi, local] = [
      await run('requires.test', args, { ...MISSING, CI: 'true' }),
      await run('requires.test', args, { ...MISSING, CI: '' }),
    ];
    for (const { json } of [inCi, local]) expect(json).toMatchObject({ numFailedTests: 0, numPassedTests: 0 });
    expect([inCi.exitCode, local.exitCode]).toEqual([1, 0]);
    for (const { output } of [inCi, local]) {
      expect(output).toMatch(
        /Nothing was checked: all 2 tests were skipped\. Not set:\s+MY_UNSET, MY_EMPTY\.[^]{0,250}$/,
      );
    }
  });

  test('once the server is dead, no scenario is green, negative ones included', async () => {
    server.respond('POST /die', () => {
      void server.close();
      return { fault: 'reset' };
    });
    const result = await run('dies.test');

    expect(statuses(result)).toEqual({
      'dies while it lives': 'passed',
      'dies later': 'failed',
      'dies preflight': 'failed',
    });
    expect(messagesOf(result)['dies later']).toContain('ECONNREFUSED 127.0.0.1');
  });
});
