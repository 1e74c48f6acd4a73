import type { TestRecord } from '../../../../src/run-report/model/run-model';
import { PageRows } from '../../../../src/run-report/page/page-row';
import { leftOutRecord } from '../../../../src/strength/strength-record';
import { runModel } from '../../../support/run-models';

const model = runModel({ passed: 1 });
const [base] = model.tests as readonly [TestRecord];

function rowOf(changed: Partial<TestRecord>) {
  const rows = new PageRows(model);
  rows.add('an-id', { ...base, ...changed }, 3);
  return rows.rows[0]!;
}

test('has what the list shows', () => {
  const { api, tags } = base.scenario!;
  expect(rowOf({})).toMatchObject({ id: 'an-id', name: base.name, status: 'passed', api, tags, chunk: 3 });
  expect(rowOf({}).note).toBeUndefined();
});

test('counts time from the start of the run', () => {
  const [attempt] = base.attempts;
  const { startedAt } = model.run;
  const moved = { ...attempt!, startedAt: startedAt + 70, durationMs: 5, worker: 2, slot: 1 };
  expect(rowOf({ attempts: [moved] }).spans).toEqual([
    { status: 'passed', from: 70, durationMs: 5, worker: 2, slot: 1 },
  ]);
});

test('has its attempts if there were more than Jest knows, and whether it follows from another failure', () => {
  const [attempt] = base.attempts as [NonNullable<(typeof base.attempts)[0]>];
  const repeated = { ...attempt, result: { ...attempt.result!, attempts: 3 } };
  expect(rowOf({ status: 'flaky', attempts: [repeated] })).toMatchObject({ attempts: 3 });
  expect(rowOf({ status: 'flaky', attempts: [attempt, attempt] }).attempts).toBeUndefined();
  expect(rowOf({ status: 'notRun', attempts: [] }).isConsequence).toBe(true);
  expect(rowOf({}).isConsequence).toBeUndefined();
});

test('tests of one block share a group', () => {
  const rows = new PageRows(model);
  rows.add('a', base, 0);
  rows.add('b', { ...base, ordinal: 1 }, 0);
  rows.add('c', { ...base, ancestors: ['other'] }, 0);
  expect(rows.rows.map(({ group }) => group)).toEqual([0, 0, 1]);
  expect(rows.groups).toEqual([
    { file: base.file, ancestors: base.ancestors },
    { file: base.file, ancestors: ['other'] },
  ]);
});

test('has the score of the last attempt, if it was judged', () => {
  const [attempt] = base.attempts;
  const judged = (noticed: number) => ({
    ...attempt!,
    strength: { ...leftOutRecord('x'), leftOut: undefined, broken: { noticed, total: 9 } },
  });
  expect(rowOf({}).strength).toBeUndefined();
  expect(rowOf({ attempts: [judged(3), judged(7)] }).strength).toEqual({ noticed: 7, total: 9 });
  expect(
    rowOf({ attempts: [{ ...attempt!, strength: leftOutRecord('it has no response') }] }).strength,
  ).toBeUndefined();
  for (const strength of ['weak', { broken: 5 }, { broken: { noticed: 'all', total: '9' } }]) {
    expect(rowOf({ attempts: [{ ...attempt, strength }] as never }).strength).toBeUndefined();
  }
});

describe('the note', () => {
  const [failed] = runModel({ failed: 1 }).tests as readonly [TestRecord];
  const [flaky] = runModel({ flaky: 1 }).tests as readonly [TestRecord];

  test('is the reason, in one line', () => {
    expect(rowOf({ status: 'skipped', reason: 'no tenant\nmore', attempts: [] }).note).toBe('no tenant');
  });

  test('is the cause of the failure, also of a flaky test', () => {
    expect(rowOf(failed).note).toMatch(/expected|:/);
    expect(rowOf(flaky).note).toBe(rowOf({ ...flaky, status: 'failed', attempts: [flaky.attempts[0]!] }).note);
  });

  test('is the first line of the message of a test written by hand', () => {
    const attempts = [
      { ...base.attempts[0]!, status: 'failed' as const, result: undefined, failures: [{ message: 'expect(a)\nb' }] },
    ];
    expect(rowOf({ status: 'failed', attempts }).note).toBe('expect(a)');
    expect(rowOf({ status: 'failed', attempts: [{ ...attempts[0]!, failures: [] }] }).note).toBeUndefined();
  });

  test('says that a record is invalid', () => {
    const attempts = [{ ...base.attempts[0]!, status: 'failed', result: { outcomes: 5 } }] as never;
    expect(rowOf({ status: 'failed', attempts }).note).toBe('The record of this test is invalid.');
  });
});
