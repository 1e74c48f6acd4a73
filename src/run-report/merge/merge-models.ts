import { defined } from '../../defined';
import type { RunError, RunModel, RunRecord, ShardRecord, TestRecord } from '../model/run-model';
import { withWorker } from '../model/stored-attempt';

/**
 * One run of the runs that it was split into. It lasted from the first start to the last end.
 *
 * @param missing Shards whose absence makes the run fail.
 */
export function mergeModels(models: readonly RunModel[], missing: readonly string[]): RunModel {
  const [first] = models;
  if (first === undefined) throw new Error('There is nothing to merge.');
  return { run: mergedRun(models, first.run, missing), tests: mergedTests(models) };
}

function mergedRun(models: readonly RunModel[], first: RunRecord, missing: readonly string[]): RunRecord {
  const runs = models.map(({ run }) => run);
  const startedAt = Math.min(...runs.map((run) => run.startedAt));
  const common = <Name extends keyof RunRecord>(name: Name): RunRecord[Name] | undefined =>
    runs.every((run) => run[name] === first[name]) ? first[name] : undefined;
  const shards = runs.flatMap((run) => run.shards ?? []).sort((one, other) => one.index - other.index);
  const errors = [...runs.flatMap((run) => run.errors ?? []), ...missing.map(missingError)];
  return {
    version: first.version,
    startedAt,
    durationMs: Math.max(...runs.map((run) => run.startedAt + run.durationMs)) - startedAt,
    success: missing.length === 0 && runs.every(({ success }) => success),
    versions: first.versions,
    ...defined({
      appName: only(runs.map(({ appName }) => appName)),
      serverUrl: common('serverUrl'),
      interruptedBy: runs.find(({ interruptedBy }) => interruptedBy !== undefined)?.interruptedBy,
      errors: orNone<RunError>(errors),
      shards: orNone<ShardRecord>(shards),
      commit: common('commit'),
      ciUrl: common('ciUrl'),
    }),
  };
}

function missingError(shard: string): RunError {
  return { message: `Shard ${shard} is missing, so its tests are not in this report.` };
}

/** Sorted as the tests of one run are. Each run has its own workers 1, 2, …, which are numbered on. */
function mergedTests(models: readonly RunModel[]): TestRecord[] {
  const tests: TestRecord[] = [];
  let workers = 0;
  for (const model of models) {
    const offset = workers;
    for (const test of model.tests) {
      const attempts = test.attempts.map((attempt) => withWorker(attempt, attempt.worker + offset));
      workers = Math.max(workers, ...attempts.map(({ worker }) => worker));
      tests.push({ ...test, attempts });
    }
  }
  return tests.sort(byPlace);
}

/** As in the report of one run. */
function byPlace(one: TestRecord, other: TestRecord): number {
  if (one.file === other.file && one.project === other.project) return 0;
  const [left, right] = [one, other].map(({ project = '', file }) => `${project}\n${file}`) as [string, string];
  return left < right ? -1 : 1;
}

/** The one name that there is; a shard without scenarios has none. */
function only(names: readonly (string | undefined)[]): string | undefined {
  const known = new Set(names.filter((name) => name !== undefined));
  return known.size === 1 ? [...known][0] : undefined;
}

function orNone<Item>(items: readonly Item[]): readonly Item[] | undefined {
  return items.length > 0 ? items : undefined;
}
