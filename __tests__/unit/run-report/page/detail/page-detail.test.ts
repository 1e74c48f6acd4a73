import type { TestRecord } from '../../../../../src/run-report/model/run-model';
import { testId } from '../../../../../src/run-report/model/test-id';
import { pageDetail } from '../../../../../src/run-report/page/detail/page-detail';
import { EXPLAINING } from '../../../../../src/run-report/page/explaining';
import { indexScenarios } from '../../../../../src/run-report/page/scenario-index';
import { testsById } from '../../../../../src/run-report/page/tests-by-id';
import { failedResult } from '../../../../support/failed-result';
import { runModel } from '../../../../support/run-models';

const [base] = runModel({ passed: 1 }).tests as readonly [TestRecord];
const named = (name: string, changed: Partial<TestRecord> = {}): TestRecord => ({
  ...base,
  name,
  fullName: name,
  ...changed,
});
const detailOf = (test: TestRecord, ...others: readonly TestRecord[]) =>
  pageDetail(test, { ...indexScenarios(testsById([test, ...others])).of(test), explaining: EXPLAINING });

test('says what the test is', () => {
  expect(detailOf(base)).toMatchObject({
    description: base.scenario?.description,
    location: `${base.file}:${base.location?.line}:5`,
    isByHand: false,
  });
  expect(detailOf({ ...base, scenario: undefined }).isByHand).toBe(true);
});

test('links the scenarios that it needs, and those that need it, within its block', () => {
  const first = named('first');
  const second = named('second', { scenario: { api: 'auth', needs: ['first', 'gone'] } });
  const elsewhere = named('first', { file: 'other.test.ts' });
  const id = testId(second);
  expect(detailOf(second, first, elsewhere).needs).toEqual([
    { name: 'first', id: testId(first) },
    { name: 'gone', id: undefined },
  ]);
  expect(detailOf(first, second, elsewhere).neededBy).toEqual([{ name: 'second', id }]);
  expect(detailOf(elsewhere, first, second).neededBy).toEqual([]);
});

test('an attempt has the parts of the failure’s text', () => {
  const result = failedResult({
    sent: { credentials: [] },
    responded: 401,
    body: { success: false, data: { status: 'invalid_credentials', message: 'wrong password' } },
    assertThat: { success: true },
    result: {
      serverLog: ['one line'],
      output: ['3 records are missing'],
      given: { other: { id: 1 } },
      sameCause: { scenario: 'other', sameRequest: true },
      workflow: {
        ...{ workflowId: 'w', runId: 'r', awaited: ['COMPLETED'], ending: 'final', polls: 3, durationMs: 70 },
        states: [{ status: 'FAILED', afterMs: 20 }],
        error: 'it broke',
        result: { a: 1 },
      },
    },
  });
  const failures = [
    {
      message: '\u001b[31mScenario failed\u001b[39m\n    at a (b.ts:1:2)',
      location: { file: 'a.test.ts', line: 3, column: 1 },
    },
  ];
  const other = named('other');
  const test = { ...base, attempts: [{ ...base.attempts[0]!, status: 'failed' as const, result, failures }] };
  const [attempt] = detailOf(test, other).attempts;
  expect(attempt).toMatchObject({
    status: 'failed',
    hints: [expect.stringContaining('wrong password')],
    sameCause: { name: 'other', id: testId(other) },
    checks: [{ path: 'success', passed: false, at: ['success'] }],
    output: ['3 records are missing'],
    given: [{ name: 'other', value: { id: 1 } }],
    log: expect.stringContaining('one line'),
    workflow: {
      states: [{ status: 'FAILED', afterMs: 20 }],
      notes: ['Its error, as the server reports it: it broke'],
      result: { a: 1 },
    },
    failures: [{ message: 'Scenario failed\n    at a (b.ts:1:2)', location: 'a.test.ts:3:1' }],
    exchanges: [{ method: 'POST', response: { status: 401 }, curl: expect.stringContaining('curl') }],
  });
});

test('a test written by hand has its exchanges', () => {
  const [test] = runModel({ byHand: 1 }).tests;
  const detail = detailOf({ ...test!, scenario: undefined });
  expect(detail.attempts[0]?.exchanges).toHaveLength(1);
  expect(detail.attempts[0]?.checks).toEqual([]);
});

test('has at most 200 checks and 50 exchanges', () => {
  const [check] = base.attempts[0]!.result!.outcomes;
  const outcomes = Array.from({ length: 230 }, () => check!);
  const exchanges = Array.from({ length: 70 }, () => ({ request: base.attempts[0]!.result!.request! }));
  const attempts = [{ ...base.attempts[0]!, exchanges, result: { ...base.attempts[0]!.result!, outcomes } }];
  const [attempt] = detailOf({ ...base, attempts }).attempts;
  expect([attempt?.checks.length, attempt?.checksLeftOut, attempt?.exchanges.length]).toEqual([200, 30, 50]);
});
