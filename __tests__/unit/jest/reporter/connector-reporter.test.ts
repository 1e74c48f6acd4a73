import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { ConnectorReporter, type ReporterOptions } from '../../../../src/jest/reporter/connector-reporter';
import { noMatchMessage } from '../../../../src/jest/reporter/no-match-message';

let rootDir: string;
let printed: jest.SpiedFunction<typeof process.stderr.write>;

beforeEach(() => {
  rootDir = mkdtempSync(join(tmpdir(), 'reporter-test-'));
  printed = jest.spyOn(process.stderr, 'write').mockImplementation(() => true);
});

afterEach(() => {
  printed.mockRestore();
  rmSync(rootDir, { recursive: true });
});

const results = {
  numTotalTests: 1,
  numFailedTests: 0,
  startTime: 0,
  testResults: [
    {
      testFilePath: '/app/a.test.ts',
      perfStats: { start: 0, end: 1500 },
      numPassingTests: 1,
      numFailingTests: 0,
      numPendingTests: 0,
      numTodoTests: 0,
      testResults: [
        {
          ancestorTitles: ['my connector'],
          title: 'auth_valid',
          fullName: 'my connector auth_valid',
          status: 'passed',
          duration: 7,
          failureMessages: [],
        },
      ],
    },
  ],
};

async function report(
  connector: ReporterOptions | undefined,
  options?: ReporterOptions,
  over = {},
): Promise<ConnectorReporter> {
  const reporter = new ConnectorReporter({ rootDir, ...over }, options);
  await reporter.onRunComplete([{ config: { rootDir, globals: { connector } } }], structuredClone(results));
  return reporter;
}

describe('junit', () => {
  test('is off by default, and then jest-junit is not loaded', async () => {
    await jest.isolateModulesAsync(async () => {
      jest.doMock('jest-junit', () => {
        throw new Error('jest-junit was loaded');
      });
      const Fresh = require('../../../../src/jest/files/reporter') as typeof ConnectorReporter;
      const contexts = [{ config: { rootDir, globals: {} } }];
      await new Fresh({ rootDir }).onRunComplete(contexts, results);
      await new Fresh({ rootDir }, { junit: false }).onRunComplete(contexts, results);
      expect(() =>
        new Fresh({ rootDir }, { junit: true }).onTestResult({ context: contexts[0]! }, results.testResults[0]!),
      ).toThrow('was loaded');
      jest.dontMock('jest-junit');
    });
    expect(readdirSync(rootDir)).toEqual([]);
  });

  test('writes to a path from rootDir', async () => {
    await report({ junit: 'reports/connector.xml' });
    expect(readFileSync(join(rootDir, 'reports/connector.xml'), 'utf8')).toContain('name="my connector auth_valid"');
  });

  test('a path that does not end with .xml is a folder', async () => {
    await report({ junit: 'reports/connector' });
    expect(readdirSync(join(rootDir, 'reports/connector'))).toEqual(['junit.xml']);
  });

  test("the reporter's own options win", async () => {
    await report({ junit: 'config.xml' }, { junit: 'options.xml' });
    expect(readdirSync(rootDir)).toEqual(['options.xml']);
    rmSync(join(rootDir, 'options.xml'));
    await report({ junit: 'config.xml' }, { junit: false });
    expect(readdirSync(rootDir)).toEqual([]);
  });

  test('a file that cannot be written fails the run, and says so', async () => {
    writeFileSync(join(rootDir, 'taken'), '');
    const reporter = await report({ junit: 'taken/junit.xml' });
    expect(reporter.getLastError()).toMatchObject({
      code: 'INVALID_CONFIGURATION',
      what: 'The JUnit file could not be written.',
      why: expect.stringMatching(/EEXIST|ENOTDIR/),
    });
    expect(printed).toHaveBeenCalledWith(expect.stringContaining('The JUnit file could not be written.'));
  });

  test('a run without trouble has no error', async () => {
    expect((await report({ junit: 'a.xml' })).getLastError()).toBeUndefined();
  });
});

test('unknown options are refused, with the nearest name', () => {
  const options = { junt: true } as ReporterOptions;
  expect(() => new ConnectorReporter({ rootDir }, options)).toThrow(
    expect.objectContaining({ code: 'INVALID_OPTIONS', why: expect.stringContaining('did you mean: junit') }),
  );
  expect(() => new ConnectorReporter({ rootDir }, { junit: 7 } as never)).toThrow(
    /junit: expected true, false or the path/,
  );
  expect(() => new ConnectorReporter({ rootDir }, { report: { foldr: 'a', html: 1 } } as never)).toThrow(
    /did you mean: folder[^]*html: expected true or false/,
  );
});

const ci = process.env['CI'];
beforeEach(() => {
  delete process.env['CI'];
});
afterEach(() => {
  if (ci === undefined) delete process.env['CI'];
  else process.env['CI'] = ci;
});

describe('a run in which all was skipped', () => {
  const skipped = structuredClone(results);
  for (const file of skipped.testResults) {
    for (const test of file.testResults) Object.assign(test, { status: 'pending', title: 'a (skipped: missing MY_A)' });
  }

  test.each([
    ['', undefined],
    ['true', { code: 'NOTHING_CHECKED', what: expect.stringContaining('Not set: MY_A.') }],
  ])('is told in the last line; with CI=%s its error is %j', async (inCi, error) => {
    process.env['CI'] = inCi;
    const once = jest.spyOn(process, 'once').mockReturnThis();
    const reporter = new ConnectorReporter({ rootDir });
    await reporter.onRunComplete([{ config: { rootDir } }], skipped);
    once.mock.calls[0]?.[1]?.();
    once.mockRestore();

    expect(printed).toHaveBeenCalledWith(expect.stringContaining('Nothing was checked: the one test was skipped.'));
    const last = reporter.getLastError();
    if (error === undefined) expect(last).toBeUndefined();
    else expect(last).toMatchObject(error);
  });
});

describe('a name pattern', () => {
  test('that matches nothing is named when the process ends', async () => {
    const once = jest.spyOn(process, 'once').mockReturnThis();
    await report({}, {}, { testNamePattern: 'auth_vald' });
    expect(once).toHaveBeenCalledWith('exit', expect.any(Function));
    expect(printed).not.toHaveBeenCalled();
    once.mock.calls[0]?.[1]?.();
    expect(printed).toHaveBeenCalledWith(
      '\nNo test name matches -t "auth_vald", so nothing was checked. Did you mean "auth_valid"?\n',
    );
    once.mockRestore();
  });

  test('in watch mode, it is named after the run', async () => {
    await report({}, {}, { testNamePattern: 'auth_vald', watch: true });
    await new Promise(setImmediate);
    expect(printed).toHaveBeenCalledWith(expect.stringContaining('nothing was checked'));
  });

  test.each([
    ['', {}, false],
    ['0', {}, false],
    ['true', {}, true],
    // Of several shards, some may have no match.
    ['true', { shard: { shardCount: 2, shardIndex: 1 } }, false],
  ])('that matches nothing fails the run where CI is set: CI=%s %j', async (inCi, over, fails) => {
    process.env['CI'] = inCi;
    const once = jest.spyOn(process, 'once').mockReturnThis();
    const reporter = await report({}, {}, { testNamePattern: 'auth_vald', ...over });
    once.mock.calls[0]?.[1]?.();
    once.mockRestore();

    expect(printed).toHaveBeenCalledWith(expect.stringContaining('Did you mean "auth_valid"?'));
    const error = fails ? expect.objectContaining({ code: 'NOTHING_CHECKED' }) : undefined;
    expect(reporter.getLastError()).toEqual(error);
  });

  test('says nothing when there is no pattern, or it matches', async () => {
    const once = jest.spyOn(process, 'once').mockReturnThis();
    await report({});
    await report({}, {}, { testNamePattern: 'AUTH' });
    expect(once).not.toHaveBeenCalled();
    once.mockRestore();
  });

  const name = (title: string): { title: string; fullName: string } => ({ title, fullName: `my connector ${title}` });

  test.each([
    ['my connector auth', undefined],
    ['^my.*valid$', undefined],
    ['metdata_all', 'Did you mean "metadata_all"?'],
    ['preflight_valdi', 'Did you mean "preflight_valid"?'],
    ['nothing like it', 'nothing was checked.'],
  ])('%s', (pattern, end) => {
    const tests = [name('auth_valid'), name('metadata_all @slow'), name('preflight_valid')];
    const message = noMatchMessage(pattern, tests);
    expect(message?.endsWith(end ?? '') ?? undefined).toBe(end && true);
  });

  test('without tests there is nothing to say: Jest says it', () => {
    expect(noMatchMessage('a', [])).toBeUndefined();
  });
});

describe('a run that Jest itself ends', () => {
  const errorsOf = async (config: object, changed: object): Promise<unknown> => {
    const reporter = new ConnectorReporter({ rootDir, ...config }, { report: true });
    reporter.onRunStart({ numTotalTestSuites: 3 });
    const test = { path: '/app/a.test.ts', context: { config: { rootDir } } };
    await reporter.onTestFileStart(test);
    reporter.onTestResult(test, structuredClone(results.testResults[0]!));
    await reporter.onRunComplete([], { ...structuredClone(results), ...changed });
    const [run = ''] = readFileSync(join(rootDir, 'connector-report/results.jsonl'), 'utf8').split('\n');
    const { success, errors } = JSON.parse(run) as { success: boolean; errors?: unknown };
    return { success, errors };
  };

  test('by a key in watch mode has not passed', async () => {
    expect(await errorsOf({ watch: true }, { wasInterrupted: true })).toEqual({
      success: false,
      errors: [{ message: 'Interrupted in watch mode: not started: 2 test files.' }],
    });
  });

  test('by `bail` says what was left out', async () => {
    expect(await errorsOf({ bail: 1 }, { numFailedTests: 1 })).toEqual({
      success: false,
      errors: [{ message: 'Stopped by --bail: not started: 2 test files.' }],
    });
  });

  test('by neither has no such error', async () => {
    expect(await errorsOf({ bail: 2 }, { numFailedTests: 1 })).toEqual({ success: false, errors: undefined });
  });
});
