import { RunCoverage } from '../../../../src/run-report/model/coverage';
import type { AttemptOfTest, TestRecord } from '../../../../src/run-report/model/run-model';
import { failedResult } from '../../../support/failed-result';
import { runModel } from '../../../support/run-models';

const ATTEMPT: AttemptOfTest = { status: 'passed', startedAt: 0, durationMs: 1, worker: 1, slot: 0 };
const result = failedResult({ body: { success: true, data: { id: 1 } }, assertThat: { success: true } });

function testWith(api: string, ...attempts: readonly Partial<AttemptOfTest>[]): TestRecord {
  const key = { file: 'a.test.ts', fullName: 'a', ordinal: 0, ancestors: [], name: 'a' };
  return { ...key, status: 'passed', scenario: { api }, attempts: attempts.map((each) => ({ ...ATTEMPT, ...each })) };
}

const coverageOf = (tests: readonly TestRecord[]) => {
  const coverage = new RunCoverage();
  for (const test of tests) coverage.add(test);
  return coverage.apis();
};
const apiOf = (name: string, ...tests: readonly TestRecord[]) => coverageOf(tests).find(({ api }) => api === name);

test('has every API of a connector, called or not, and custom ones after them', () => {
  const names = coverageOf([testWith('zebra', { result }), testWith('apple', { result })]).map(({ api }) => api);
  expect(names).toEqual(['auth', 'preflight', 'metadata', 'workflow', 'config', 'apple', 'zebra']);
  expect(coverageOf([])[0]).toEqual({
    ...{ api: 'auth', scenarios: 0, accepted: 0, refused: 0, failed: 0, fields: [], fieldsLeftOut: 0 },
  });
});

test('a response is accepted, or refused by its status or by `success: false`', () => {
  const refusedByBody = failedResult({ body: { success: false }, assertThat: {} });
  const refusedByStatus = failedResult({ responded: 401, body: { success: true }, assertThat: {} });
  const { response: _response, ...failed } = result;
  const tests = [result, refusedByBody, refusedByStatus, failed].map((each) => testWith('auth', { result: each }));
  expect(apiOf('auth', ...tests)).toMatchObject({ scenarios: 4, accepted: 1, refused: 2, failed: 1 });
});

test('counts the fields of the responses, and who checks them', () => {
  expect(apiOf('auth', testWith('auth', { result }), testWith('auth', { result }))?.fields).toEqual([
    { path: 'data.id', seen: 2, checked: 0, checkedAsPart: 0 },
    { path: 'success', seen: 2, checked: 2, checkedAsPart: 0 },
  ]);
});

test('of a repeated test, the last attempt counts', () => {
  const first = failedResult({ body: { old: 1 }, assertThat: {} });
  const coverage = apiOf('auth', testWith('auth', { result: first, status: 'failed' }, { result }));
  expect(coverage?.scenarios).toBe(1);
  expect(coverage?.fields.map(({ path }) => path)).toEqual(['data.id', 'success']);
});

test('a test written by hand calls APIs, but what it checks is not known', () => {
  const sent = (url: string) => ({ request: { method: 'POST', url, headers: {} }, response: result.response });
  const urls = [
    '/workflows/v1/auth',
    '/workflows/v1/check?x=1',
    '/workflows/v1/config/wf-1',
    '/other/auth',
    '/workflows/v1/authority',
  ];
  const exchanges = urls.map((path) => sent(`http://localhost:8000${path}`));
  const all = coverageOf([{ ...testWith('', { exchanges }), scenario: undefined }]);
  const called = all.filter(({ accepted }) => accepted > 0);
  expect(called.map(({ api }) => api)).toEqual(['auth', 'preflight', 'config']);
  expect(called[0]).toMatchObject({ scenarios: 0, accepted: 1, fields: [{ path: 'data.id', checked: 0 }, {}] });
});

test('a scenario that sent nothing covers nothing', () => {
  const { request: _request, ...unsent } = result;
  expect(
    coverageOf([testWith('auth', { result: unsent }), testWith('auth'), ...runModel({ skipped: 2 }).tests]),
  ).toEqual(coverageOf([]));
});

test('lists at most 500 fields and counts the rest', () => {
  const tests = Array.from({ length: 12 }, (_, index) => {
    const body = Object.fromEntries(Array.from({ length: 50 }, (_key, key) => [`f${index}_${key}`, 1]));
    return testWith('auth', { result: failedResult({ body, assertThat: {} }) });
  });
  const coverage = apiOf('auth', ...tests);
  expect(coverage?.fields).toHaveLength(500);
  expect(coverage?.fieldsLeftOut).toBe(100);
});
