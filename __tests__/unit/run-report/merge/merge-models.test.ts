import { mergeModels } from '../../../../src/run-report/merge/merge-models';
import { missingShards } from '../../../../src/run-report/model/missing-shards';
import type { RunModel, RunRecord } from '../../../../src/run-report/model/run-model';
import { runModel } from '../../../support/run-models';
import { SMALL_RUN } from '../../../support/small-run-model';

const WHOLE = runModel({ passed: 60, failed: 10, flaky: 5, skipped: 10, todo: 2, byHand: 4, notRun: 3, crashed: 1 });
const FILES = [...new Set(WHOLE.tests.map(({ file }) => file))];

/** The files of the whole run that a shard would have. */
function shard(index: number, count: number, run: Partial<RunRecord> = {}): RunModel {
  const { startedAt, durationMs } = WHOLE.run;
  return {
    run: { ...WHOLE.run, shards: [{ index, count, startedAt, durationMs }], ...run },
    tests: WHOLE.tests.filter(({ file }) => FILES.indexOf(file) % count === index - 1),
  };
}

test('shards are the whole run again, in any order', () => {
  const sorted = [...WHOLE.tests].sort((one, other) => (one.file < other.file ? -1 : Number(one.file > other.file)));
  const merged = mergeModels([shard(3, 3), shard(1, 3), shard(2, 3)], []);
  const withoutWorkers = ({ tests }: RunModel) =>
    tests.map((each) => ({ ...each, attempts: each.attempts.map((attempt) => ({ ...attempt, worker: 0 })) }));
  expect(withoutWorkers(merged)).toEqual(withoutWorkers({ ...WHOLE, tests: sorted }));
  const { shards, ...run } = merged.run;
  expect(run).toEqual(WHOLE.run);
  expect(shards?.map(({ index }) => index)).toEqual([1, 2, 3]);
});

test('workers are numbered on', () => {
  const workersOf = ({ tests }: RunModel): number[] =>
    [...new Set(tests.flatMap(({ attempts }) => attempts.map(({ worker }) => worker)))].sort();
  expect(workersOf(shard(1, 2))).toEqual([1, 2]);
  expect(workersOf(mergeModels([shard(1, 2), shard(2, 2)], []))).toEqual([1, 2, 3, 4]);
});

test('the run lasts from the first start to the last end', () => {
  const merged = mergeModels(
    [shard(1, 2, { startedAt: 5_000, durationMs: 100 }), shard(2, 2, { startedAt: 4_000, durationMs: 500 })],
    [],
  );
  expect(merged.run).toMatchObject({ startedAt: 4_000, durationMs: 1_100 });
});

test('what differs between the runs is left out, what any of them has is kept', () => {
  const { errors, ...run } = SMALL_RUN.run;
  const one: RunModel = { run: { ...run, commit: 'a', serverUrl: 'http://a', interruptedBy: 'SIGINT' }, tests: [] };
  const other: RunModel = { run: { ...run, errors, commit: 'b', serverUrl: 'http://a' }, tests: [] };
  expect(mergeModels([one, other], []).run).toMatchObject({
    ...{ errors, interruptedBy: 'SIGINT', serverUrl: 'http://a', appName: 'postgres' },
  });
  expect(mergeModels([one, other], []).run).not.toHaveProperty('commit');
});

test('a shard without scenarios does not hide the name of the app', () => {
  const { appName, ...run } = SMALL_RUN.run;
  expect(mergeModels([{ run, tests: [] }, SMALL_RUN], []).run.appName).toBe(appName);
});

test.each([
  [true, true, true],
  [true, false, false],
])('runs with success %s and %s make one with success %s', (one, other, success) => {
  const models = [shard(1, 2, { success: one }), shard(2, 2, { success: other })];
  expect(mergeModels(models, []).run.success).toBe(success);
});

test('missing shards are found, and make the run fail', () => {
  const models = [shard(1, 4, { success: true }), shard(3, 4, { success: true })];
  const missing = (runs: readonly RunModel[]): string[] => missingShards(runs.flatMap(({ run }) => run.shards ?? []));
  expect(missing(models)).toEqual(['2/4', '4/4']);
  expect(missing([WHOLE])).toEqual([]);
  const { run } = mergeModels(models, ['2/4']);
  expect(run.success).toBe(false);
  expect(run.errors).toEqual([{ message: 'Shard 2/4 is missing, so its tests are not in this report.' }]);
});
