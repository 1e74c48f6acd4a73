import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { REPORTER } from '../../../../src/jest/preset/preset';
import { ConnectorReporter } from '../../../../src/jest/reporter/connector-reporter';
import { setupConnector } from '../../../../src/jest/setup/setup-connector';
import { teardownConnector } from '../../../../src/jest/setup/teardown-connector';
import { commandsIn } from '../../../support/ci-commands';
import { rejection } from '../../../support/rejection';

const rootDir = mkdtempSync(join(tmpdir(), 'junit-file-'));
const environment = { ...process.env };
let printed = '';

afterEach(async () => {
  await teardownConnector();
  jest.restoreAllMocks();
  process.env = { ...environment };
});
afterAll(() => rmSync(rootDir, { recursive: true }));

const project = (connector: object) => ({ rootDir, globals: { connector } });
const REPORTED = {
  watch: false,
  watchAll: false,
  rootDir: rootDir,
  reporters: [
    ['default', undefined],
    [REPORTER, {}],
  ],
} as const;
const path = join(rootDir, 'reports/junit.xml');
const junit = 'reports/junit.xml';
beforeEach(() => {
  printed = '';
  jest.spyOn(process.stderr, 'write').mockImplementation((text) => Boolean((printed += String(text))));
  mkdirSync(join(rootDir, 'reports'), { recursive: true });
  writeFileSync(path, 'of an earlier run');
});

it('of an earlier run is removed', async () => {
  await setupConnector(REPORTED, project({ junit }));
  expect(existsSync(path)).toBe(false);
});

it('is left alone where none is asked for, or by another reporter', async () => {
  await setupConnector(REPORTED, project({}));
  await setupConnector({ ...REPORTED, reporters: [['default', {}]] }, project({ junit }));
  await setupConnector({ ...REPORTED, reporters: [[REPORTER, { junit: false }]] }, project({ junit }));
  expect(readFileSync(path, 'utf8')).toBe('of an earlier run');
});

it.each([
  ['of the configuration', REPORTED, { junit }],
  ['of the reporter', { ...REPORTED, reporters: [[REPORTER, { junit }]] as const }, {}],
])('%s says why the start failed', async (_whose, settings, connector) => {
  const wrong = { ...connector, timeout: 'x', serverHost: 'http://me:glpat-aB3dE5fG7hJ9kL2mN4pQ@h/<&' };
  const error = await rejection(setupConnector(settings, project(wrong)));
  const xml = readFileSync(path, 'utf8');
  expect(xml).toMatch(/tests="1" failures="1" errors="0"/);
  expect(xml).toContain('<testcase classname="jest-connector global setup"');
  expect(xml).toContain('<failure>ConnectorTestError [INVALID_CONFIGURATION]: ');
  expect(xml).toContain('timeout: expected');
  expect(xml).not.toContain('glpat-');
  expect(String(error)).toContain('INVALID_CONFIGURATION');
});

it('that cannot be removed is an error', async () => {
  const taken = 'reports/junit.xml/a.xml';
  const error = await rejection(setupConnector(REPORTED, project({ junit: taken })));
  expect(String(error)).toMatch(/INVALID_CONFIGURATION[^]*could not be removed[^]*ENOTDIR[^]*set `junit` to a path/);
  expect(printed).toContain('the JUnit file could not be written: ');
});

test('no file of an earlier run is left when the first test file starts', async () => {
  writeFileSync(path, 'of an earlier run');
  const reporter = new ConnectorReporter({ rootDir });
  const context = { config: { rootDir, globals: { connector: { junit: 'reports/junit.xml' } } } };
  await reporter.onTestFileStart({ context });
  expect(readdirSync(join(rootDir, 'reports'))).toEqual([]);
  writeFileSync(path, 'of this run');
  await reporter.onTestFileStart({ context });
  expect(readdirSync(join(rootDir, 'reports'))).toEqual(['junit.xml']);
});

describe('a test file that cannot be loaded', () => {
  const write = async (): Promise<string> => {
    const suite = {
      ...{ numPassingTests: 0, numFailingTests: 0, numPendingTests: 0, perfStats: { start: 0, end: 1 } },
      testFilePath: join(rootDir, 'broken.test.ts'),
      failureMessage: 'Cannot find module x, glpat-aB3dE5fG7hJ9kL2mN4pQ',
      testExecError: { message: 'Cannot find module x', stack: 'Error' },
      testResults: [],
    };
    const context = { config: { rootDir, globals: { connector: { junit } } } };
    const run = { startTime: 0, testResults: [suite] };
    await new ConnectorReporter({ rootDir }).onRunComplete([context], run);
    return readFileSync(path, 'utf8');
  };

  test('is an error with its message', async () => {
    const xml = await write();
    expect(xml).toMatch(/<testsuites [^>]*tests="0" failures="0" errors="1"/);
    expect(xml).toMatch(/<testsuite name="[^"]*broken\.test\.ts"/);
    expect(xml.match(/<testcase /g)).toHaveLength(1);
    expect(xml).toContain('Cannot find module x, [redacted]');
  });

  test('is left out where the environment says so', async () => {
    process.env['JEST_JUNIT_REPORT_TEST_SUITE_ERRORS'] = 'false';
    expect(await write()).not.toContain('broken.test.ts');
  });
});

test('a test that is still to be written is counted, as skipped', async () => {
  const test = (title: string, status: string) => ({ ancestorTitles: [], title, fullName: '', duration: 0, status });
  const suite = {
    ...{ numPassingTests: 1, numFailingTests: 0, numPendingTests: 1, perfStats: { start: 0, end: 1 } },
    testFilePath: '/app/a.test.ts',
    testResults: [test('done', 'passed'), test('skipped', 'pending'), test('later', 'todo')],
  };
  const context = { config: { rootDir, globals: { connector: { junit } } } };
  const run = { startTime: 0, testResults: [suite] };
  await new ConnectorReporter({ rootDir }).onRunComplete([context], run);
  const xml = readFileSync(path, 'utf8');
  expect(xml).toMatch(/<testsuite [^>]*skipped="2" [^>]*tests="3"/);
  expect(xml).toMatch(/name=" later" time="0">\s*<skipped\/>/);
  expect(xml.match(/<skipped\/>/g)).toHaveLength(2);
});

test('what XML cannot write, secrets and commands of CI systems are shown and not written', async () => {
  process.env['JEST_JUNIT_INCLUDE_CONSOLE_OUTPUT'] = 'true';
  const odd = 'a\0\b\u001b[31mb\u001b[39m\ufffe\uffff\ud800c\udfff😀\n::error::x ##vso[y] glpat-aB3dE5fG7hJ9kL2mN4pQ';
  const failed = {
    ancestorTitles: ['my connector'],
    duration: 7,
    fullName: '',
    title: `t ${odd}`,
    status: 'failed',
    failureMessages: [odd],
  };
  const testExecError = { message: odd, stack: odd };
  const printedByTest = [{ message: odd, origin: odd, type: 'log' }];
  const counts = { numPassingTests: 0, numFailingTests: 1, numPendingTests: 0, perfStats: { start: 0, end: 1 } };
  const odds = {
    ...counts,
    testFilePath: '/app/a.test.ts',
    testExecError,
    console: printedByTest,
    testResults: [failed],
  };
  const reporter = new ConnectorReporter({ rootDir });
  const context = { config: { rootDir, globals: { connector: { junit: 'reports/junit.xml' } } } };
  reporter.onTestResult({ context }, odds);
  const run = { startTime: 0, testResults: [odds] };
  await reporter.onRunComplete([context], run);
  delete process.env['JEST_JUNIT_INCLUDE_CONSOLE_OUTPUT'];

  const xml = readFileSync(path, 'utf8');
  expect(xml).not.toMatch(/[^\t\n\r\x20-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u);
  expect(xml).toContain('<failure>a\\u0000\\u0008b\\ufffe\\uffff\\ud800c\\udfff😀\n│ ::error::x ##│vso[y] [redacted]');
  expect(xml).toContain('name="my connector t a\\u0000\\u0008\\u001b[31mb');
  expect(commandsIn(xml)).toEqual([]);
  expect(xml.match(/\[redacted\]/g)?.length).toBeGreaterThanOrEqual(5);
  // Jest goes on with what it has.
  expect([failed.failureMessages, printedByTest[0]?.message, run.testResults[0]?.testResults.length]).toEqual([
    [odd],
    odd,
    1,
  ]);
});
