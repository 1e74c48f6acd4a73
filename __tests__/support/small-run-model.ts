import type { AttemptOfTest, RunModel, TestRecord } from '../../src/run-report/model/run-model';
import type { ScenarioResult } from '../../src/runner/scenario-result';

const STARTED = Date.UTC(2026, 10, 28, 9, 30);
const FILE = 'tests/connector.test.ts';

const PASSED: ScenarioResult = {
  name: 'auth_valid',
  api: 'auth',
  success: true,
  status: 'passed',
  durationMs: 20.456,
  attempts: 1,
  outcomes: [{ path: 'success', passed: true, expected: 'equal to true', found: true, received: true }],
};

const FAILED: ScenarioResult = {
  ...PASSED,
  name: 'metadata_all',
  api: 'metadata',
  success: false,
  status: 'failed',
  outcomes: [
    { path: 'success', passed: true, expected: 'equal to true', found: true, received: true },
    {
      path: 'data.total',
      passed: false,
      expected: 'equal to 9007199254740993',
      note: 'all tables',
      found: true,
      received: 9007199254740995n,
      expectedValue: 9007199254740993n,
      location: `    at Object.<anonymous> (/checkout/app/${FILE}:21:30)`,
    },
    {
      path: 'data.items',
      passed: false,
      expected: 'a list of 2 items',
      found: false,
      stoppedAt: 'data',
      stoppedAtKind: 'an object with the key total',
      location: `    at Object.<anonymous> (/checkout/app/${FILE}:22:30)`,
    },
  ],
};

const attempt = (status: AttemptOfTest['status'], result?: ScenarioResult): AttemptOfTest => ({
  status,
  startedAt: STARTED + 1_000,
  durationMs: result?.durationMs ?? 5,
  worker: 1,
  slot: 0,
  ...(result && { result }),
});

function test(line: number, name: string, rest: Partial<TestRecord>): TestRecord {
  const ancestors = ['my connector'];
  const place = { file: FILE, ordinal: 0, location: { file: FILE, line, column: 3 } };
  return { ...place, ancestors, name, fullName: `my connector ${name}`, status: 'passed', attempts: [], ...rest };
}

/** A run with one test of each status, one test written by hand, and a file that failed to load. */
export const SMALL_RUN: RunModel = {
  run: {
    version: 1,
    startedAt: STARTED,
    durationMs: 65_432,
    success: false,
    appName: 'postgres',
    serverUrl: 'http://localhost:8000',
    errors: [{ file: 'tests/broken.test.ts', message: "Cannot find module './scenarios'" }],
    shards: [{ index: 1, count: 2, startedAt: STARTED, durationMs: 65_432 }],
    versions: { package: '0.1.0', jest: '30.5.2', node: '20.20.2' },
    commit: '0123abc',
    ciUrl: 'https://ci.example/runs/1',
  },
  tests: [
    test(10, 'auth_valid', {
      scenario: { api: 'auth', description: 'A login.', tags: ['smoke'] },
      attempts: [attempt('passed', PASSED)],
    }),
    test(20, 'metadata_all', {
      status: 'failed',
      scenario: { api: 'metadata', expectedData: 'baseline.json', strictComparison: true },
      attempts: [attempt('failed', FAILED)],
    }),
    test(30, 'config_get', {
      status: 'flaky',
      scenario: { api: 'config' },
      attempts: [
        attempt('failed', { ...FAILED, name: 'config_get', api: 'config' }),
        attempt('passed', { ...PASSED, name: 'config_get', api: 'config' }),
      ],
    }),
    test(40, 'workflow_full', {
      status: 'crashed',
      reason: 'The worker ended: SIGSEGV',
      scenario: { api: 'workflow' },
      attempts: [attempt('crashed')],
    }),
    test(50, 'workflow_late', {
      status: 'notRun',
      reason: 'The run was interrupted by SIGINT.',
      scenario: { api: 'workflow' },
    }),
    test(60, 'auth_oracle', {
      status: 'skipped',
      reason: 'E2E_ORACLE_PASSWORD is not set',
      scenario: { api: 'auth' },
    }),
    test(70, 'auth_kerberos', { status: 'todo' }),
    test(80, 'checks by hand', {
      status: 'failed',
      attempts: [
        {
          ...attempt('failed'),
          failures: [
            {
              message:
                'expect(received).toBe(expected)\n\nExpected: 1\nReceived: 2\n    at Object.<anonymous> (a.ts:1:2)',
              location: { file: FILE, line: 84, column: 20 },
            },
          ],
        },
      ],
    }),
  ],
};

/** The same run with `text` wherever a run has strings from elsewhere. */
export function runWithText(text: string): RunModel {
  const message = `${text}\n${text}`;
  const result = {
    ...FAILED,
    description: text,
    outcomes: FAILED.outcomes.map((outcome) => ({
      ...outcome,
      path: text,
      expected: text,
      note: text,
      received: text,
    })),
  };
  const [first, second, ...rest] = SMALL_RUN.tests as [TestRecord, TestRecord, ...TestRecord[]];
  const named = (record: TestRecord): TestRecord => ({ ...record, name: text, fullName: text, ancestors: [text] });
  return {
    run: { ...SMALL_RUN.run, appName: text, errors: [{ file: text, message }, { message }] },
    tests: [
      named(first),
      { ...named(second), attempts: [{ ...attempt('failed', result), failures: [{ message }] }] },
      { ...named(second), attempts: [{ ...attempt('failed'), failures: [{ message }] }] },
      ...rest.map((record) => ({ ...named(record), reason: text })),
    ],
  };
}
