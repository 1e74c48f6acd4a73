import type { RunModel, TestRecord } from '../../src/run-report/model/run-model';
import type { StrengthRecord } from '../../src/strength/strength-record';

/** A run that has judged its checks: every third scenario that passed would accept two broken responses of ten. */
export function judgedRun(model: RunModel): RunModel {
  let passed = 0;
  const judge = (test: TestRecord): TestRecord => {
    if (test.status !== 'passed' || test.scenario === undefined) return test;
    passed += 1;
    const strength = strengthRecord(passed % 3 === 0);
    return { ...test, attempts: test.attempts.map((attempt) => ({ ...attempt, strength })) };
  };
  return { ...model, tests: model.tests.map(judge) };
}

function strengthRecord(isWeak: boolean): StrengthRecord {
  const what = ['`data.status` is "failed"', 'an HTML page with status 200'];
  return {
    broken: { noticed: isWeak ? 8 : 10, total: 10 },
    fields: { noticed: 12, total: 30 },
    accepts: isWeak ? what.map((each) => ({ what: each, path: 'data.status' })) : [],
    proposed: isWeak ? [{ code: "'data.status': equals('success')", place: 'assertThat' }] : [],
    unchecked: [{ path: 'data.message', changes: ['gone', 'null', 'another value', 'another type'] }],
    idleAccepts: [],
  };
}
