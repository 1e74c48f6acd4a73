import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import type { RunModel, TestRecord } from '../../src/run-report/model/run-model';
import { type AppServer, startAppServer } from '../support/app-server';
import { ways } from '../support/in-matrix';
import { unwrapped } from '../support/unwrapped';
import { describeEachJest } from './describe-each-jest';
import { installPackage } from './installed-project';
import { type Reported, reportedRun, statusesOf } from './reported-run';
import { type JestRunOptions, runJest } from './run-jest';

jest.setTimeout(120_000);

let server: AppServer;
beforeAll(async () => {
  server = await startAppServer();
  server.respond('GET /big', { raw: '{"id": 9007199254740993}', headers: { 'content-type': 'application/json' } });
  server.respond('GET /slow', ({ query }) => ({ json: { id: 1 }, delay: Number(query['for'] ?? 0) }));
});
afterAll(() => server.close());

/** Without a limit, Jest runs files that were fast before in band. */
const IN_WORKERS = ['-w', '2', '--workerIdleMemoryLimit=8GB'];

type Project = string;

const report = (project: string, args: readonly string[], options: JestRunOptions = {}): Promise<Reported> =>
  reportedRun(project, args, { ...options, env: { CONNECTOR_SERVER_HOST: server.url, ...options.env } });

/** What doesn't depend on when, and in which worker, a test ran. */
function timeless({ run: { errors }, tests }: RunModel): unknown {
  const text = JSON.stringify({ errors, tests }, (key, value: unknown) => {
    if (['durationMs', 'startedAt', 'sentAt', 'worker', 'slot', 'date'].includes(key)) return undefined;
    return typeof value === 'bigint' ? String(value) : value;
  });
  // Jest's own frames depend on how it runs a file.
  return JSON.parse(
    text.replace(/ in \d+ ms/g, ' in N ms').replace(/\\n *at (?!Object\.<anonymous> \()[^"]*?(?=\\n|")/g, ''),
  );
}

function found({ model }: Reported, fullName: string): TestRecord {
  const test = model.tests.find((each) => each.fullName === fullName);
  if (test === undefined) throw new Error(`no test ${fullName}`);
  return test;
}

const STATUSES = [
  'by-hand.test.js sends two requests: failed',
  'by-hand.test.js twice: passed',
  'by-hand.test.js twice #1: passed',
  'by-hand.test.js sends nothing: passed',
  'by-hand.test.js skipped by hand: skipped',
  'by-hand.test.js to do by hand: todo',
  'by-hand.test.js flaky passes the third time: flaky',
  'crash.test.js crash before: passed',
  'crash.test.js crash during: passed',
  'crash.test.js crash after: passed',
  'crash.test.js crash left_out (skipped: not today) = left_out: skipped (not today)',
  'crash.test.js by hand, after it: passed',
  'only.test.js only one left_out: skipped (another test has `only`)',
  'only.test.js only one focused: passed',
  'scenarios.test.js around main auth_valid @smoke = auth_valid: passed',
  'scenarios.test.js around main auth_fails: failed',
  'scenarios.test.js around main needs_auth: passed',
  'scenarios.test.js around main not_yet (skipped: waits for (brackets)) = not_yet: skipped (waits for (brackets))',
  'scenarios.test.js around main lacks_variable (skipped: missing NO_SUCH_VARIABLE) = lacks_variable: skipped (missing NO_SUCH_VARIABLE)',
  'scenarios.test.js around main to_write: todo',
  'scenarios.test.js around main big_number: passed',
  'set-up.test.js without database auth_valid @smoke = auth_valid: failed',
  'set-up.test.js without database auth_fails: notRun (the set-up of the block failed; see "auth_valid")',
];
const TERMINATED = 'A jest worker process (pid=N) was terminated by another process: signal=SIGKILL, exitCode=null.';
const CRASHED: Readonly<Record<string, string>> = {
  'crash.test.js crash during: passed': `crash.test.js crash during: crashed (${TERMINATED})`,
  'crash.test.js crash after: passed': `crash.test.js crash after: notRun (${TERMINATED})`,
  'crash.test.js by hand, after it: passed': `crash.test.js by hand, after it: notRun (${TERMINATED})`,
};

describeEachJest('the model of a run', (major, { test, testInMatrix }) => {
  let project: Project;
  beforeAll(async () => {
    project = (await installPackage({ jest: major })).project('report');
  }, 300_000);

  test('has all that the run knows', async () => {
    const inBand = await report(project, ['-i']);
    expect(statusesOf(inBand.model)).toEqual(STATUSES);
    expect(inBand.model.run).toMatchObject({ success: false, serverUrl: server.url, versions: { package: '0.1.0' } });
    expect(inBand.model.run.errors).toEqual([
      { file: 'load.test.js', message: expect.stringContaining('cannot be loaded') },
    ]);
    expect(readdirSync(join(project, 'connector-report'))).toEqual(expect.arrayContaining(['manifest.json']));
    expect(inBand.exitCode).toBe(1);

    const byHand = found(inBand, 'sends two requests').attempts.at(-1);
    expect(byHand?.exchanges?.map(({ request, response }) => `${request.method} ${response?.status}`)).toEqual([
      'GET 200',
      'POST 401',
    ]);
    expect(byHand?.failures).toEqual([
      {
        message: expect.stringContaining('toBeSuccessful'),
        location: { file: 'by-hand.test.js', line: 11, column: 46 },
      },
    ]);
    const flaky = found(inBand, 'flaky passes the third time').attempts;
    expect(
      flaky.map(({ status, failures = [], exchanges = [] }) => [status, failures.length, exchanges.length]),
    ).toEqual([
      ['failed', 1, 1],
      ['failed', 1, 1],
      ['passed', 0, 1],
    ]);
    expect(flaky[1]?.failures?.[0]?.message).toMatch(/^Error: call 2\n/);
    const scenario = found(inBand, 'around main auth_fails');
    expect(scenario).toMatchObject({ scenario: { api: 'auth' }, location: { file: 'scenarios.js', line: 14 } });
    expect(scenario.attempts[0]?.result?.outcomes.map(({ path, passed }) => [path, passed])).toEqual([
      ['success', false],
      ['nothing', false],
    ]);
    expect(found(inBand, 'around main big_number').attempts[0]?.result?.response?.body).toEqual({
      id: 9007199254740993n,
    });
  });

  testInMatrix('is the same in workers and with scenarios that run at the same time', async () => {
    const inBand = await report(project, ['-i']);
    const inWorkers = await report(project, IN_WORKERS, { env: { CRASH: '1' } });
    expect(
      statusesOf(inWorkers.model).map((each) =>
        each.replace(/pid=\d+|(?<=null\.) Operating[^)]*/g, (part) => (part.startsWith('pid') ? 'pid=N' : '')),
      ),
    ).toEqual(STATUSES.map((each) => CRASHED[each] ?? each));
    expect(
      new Set(inWorkers.model.tests.flatMap(({ attempts }) => attempts.map(({ worker }) => worker))).size,
    ).toBeGreaterThan(1);
    // The worker ended before the event loop turned.
    expect(found(inWorkers, 'crash before').attempts[0]?.result).toMatchObject({ success: true });
    const others = ({ run, tests }: RunModel): RunModel => ({
      run: { ...run, errors: run.errors?.filter(({ file }) => file !== 'crash.test.js') },
      tests: tests.filter(({ file }) => file !== 'crash.test.js'),
    });
    expect(timeless(others(inWorkers.model))).toEqual(timeless(others(inBand.model)));

    const concurrent = await report(project, [...IN_WORKERS, '--workerThreads', '--maxConcurrency=8'], {
      env: { CONNECTOR_CONCURRENCY: '8' },
    });
    expect(timeless(concurrent.model)).toEqual(timeless(inBand.model));
    const slots = concurrent.model.tests.flatMap(({ attempts }) => attempts.map(({ slot }) => slot));
    expect(Math.max(...slots) > 0).toBe(major === 30);
  });
});

describe('a report', () => {
  let project: Project;
  beforeAll(async () => {
    project = (await installPackage()).project('report');
  }, 300_000);
  const ONE = { TEST_FILES: '**/scenarios.test.js' };

  test('says what -t left out, and its last lines where it is', async () => {
    const run = await report(project, ['-t', 'auth_valid|needs_auth'], { env: ONE });
    expect(statusesOf(run.model)).toContain('scenarios.test.js around main big_number: skipped (not selected by -t)');
    expect(run.stderr).toMatch(/Tests: 5 skipped, 2 passed\n[^]*Slowest:\n[^]*Report: connector-report/);
  });

  test.each(
    ways<readonly (readonly [string, string, object, RegExp | undefined])[]>([
      ['a global setup of your own and the reporter’s option', "globalSetup: './own.js'", { report: true }, undefined],
      ['a test runner of your own', "testRunner: 'jest-circus/runner'", { report: true }, /the report has no requests/],
    ]),
  )('with %s', async (_what, setting, option, notice) => {
    writeFileSync(join(project, 'own.js'), 'module.exports = () => undefined;');
    const config = `const { globals: _, ...config } = require('./jest.config.js');
      module.exports = { ...config, ${setting}, reporters: ['default', ['jest-connector/reporter', ${JSON.stringify(option)}]],
        globals: { connector: { apis: { big: { method: 'GET', path: '/big' } } } } };`;
    writeFileSync(join(project, 'own.config.js'), config);
    const run = await report(project, ['-c', 'own.config.js', ...IN_WORKERS], { env: ONE });
    expect(run.model.tests.map(({ status }) => status)).toEqual([
      ...['passed', 'failed', 'passed', 'skipped', 'skipped', 'todo', 'passed'],
    ]);
    const hasResult = run.model.tests.some(({ attempts }) => attempts.some(({ result }) => result !== undefined));
    expect(hasResult).toBe(notice === undefined);
    if (notice === undefined) expect(run.stderr).not.toContain('the report');
    else expect(run.stderr).toMatch(notice);
  });

  test('that cannot be written is one line, and changes neither verdict nor exit code', async () => {
    writeFileSync(join(project, 'taken'), 'mine');
    const env = { ...ONE, CONNECTOR_SERVER_HOST: server.url, CONNECTOR_REPORT: './taken' };
    const run = await runJest(project, ['-t', 'auth_valid'], { env });
    expect([run.exitCode, run.json?.success]).toEqual([0, true]);
    expect(unwrapped(run.stderr).match(/^jest-connector: .*/gm)).toEqual([
      expect.stringMatching(/The report was not written to .*taken\. .*taken is a file, or inside of one\. Fix: /),
    ]);
    expect(run.stderr).not.toContain('Report:');
  });

  test('has no secret of a name, and neither has a JUnit file', async () => {
    const secret = 'sUp3rSecretPw-42';
    const env = {
      TEST_FILES: '**/secret-name.test.js',
      E2E_SHOP_PASSWORD: secret,
      JUNIT: 'connector-report/junit.xml',
    };
    const { model } = await report(project, [], { env });
    expect(statusesOf(model)).toEqual([
      'secret-name.test.js as [redacted] one [redacted] @[redacted] = one [redacted]: passed',
      'secret-name.test.js as [redacted] two: passed',
      'secret-name.test.js as [redacted] left out (skipped: not with [redacted]) = left out: skipped (not with [redacted])',
      'secret-name.test.js by hand [redacted]: passed',
    ]);
    expect(model.tests[1]?.scenario?.needs).toEqual([model.tests[0]?.name]);
    const folder = join(project, 'connector-report');
    for (const name of readdirSync(folder)) expect(readFileSync(join(folder, name), 'utf8')).not.toContain(secret);
    expect(readFileSync(join(folder, 'junit.xml'), 'utf8')).toContain('as [redacted] two');
  });
});
