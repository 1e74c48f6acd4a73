import type { RunModel, TestRecord } from '../model/run-model';

/** A report, and the folder that it was read from. */
export interface ReadReport {
  readonly folder: string;
  readonly model: RunModel;
}

const TESTS_SHOWN = 3;

/** Why these reports are not parts of one run, all reasons at once; each completes a list. */
export function mergeProblems(reports: readonly ReadReport[]): string[] {
  return [...countProblems(reports), ...repeatedShards(reports), ...commitProblems(reports), ...repeatedTests(reports)];
}

/** All are shards of as many, or none is a shard. */
function countProblems(reports: readonly ReadReport[]): string[] {
  const counts = groups(reports, ({ model }) =>
    [...new Set((model.run.shards ?? []).map(({ count }) => count))].join(' and '),
  );
  if (counts.size < 2) return [];
  const parts = [...counts].map(([count, folders]) =>
    count === '' ? `${listed(folders)} not a shard` : `${listed(folders)} one of ${count} shards`,
  );
  return [`They are not shards of one run: ${parts.join(', ')}.`];
}

function repeatedShards(reports: readonly ReadReport[]): string[] {
  const all = reports.flatMap(({ folder, model }) => (model.run.shards ?? []).map((shard) => ({ folder, shard })));
  const byShard = groups(all, ({ shard }) => `${shard.index}/${shard.count}`);
  return [...byShard]
    .filter(([, folders]) => folders.length > 1)
    .map(([shard, folders]) => `Shard ${shard} is in ${folders.map(quoted).join(' and ')}.`);
}

/** Only shards must be of one commit: other reports may be of several repositories. */
function commitProblems(reports: readonly ReadReport[]): string[] {
  const shards = reports.filter(({ model }) => model.run.shards !== undefined && model.run.commit !== undefined);
  const commits = groups(shards, ({ model }) => model.run.commit ?? '');
  if (commits.size < 2) return [];
  const parts = [...commits].map(([commit, folders]) => `${listed(folders)} of ${commit}`);
  return [`The shards are of different commits: ${parts.join(', ')}.`];
}

function repeatedTests(reports: readonly ReadReport[]): string[] {
  const folderOf = new Map<string, string>();
  const repeated = new Map<string, TestRecord[]>();
  for (const { folder, model } of reports) {
    for (const test of model.tests) {
      const key = JSON.stringify([test.project, test.file, test.fullName, test.ordinal]);
      const first = folderOf.get(key);
      if (first === undefined) folderOf.set(key, folder);
      else {
        const pair = `${quoted(first)} and ${quoted(folder)}`;
        const tests = repeated.get(pair) ?? [];
        tests.push(test);
        repeated.set(pair, tests);
      }
    }
  }
  return [...repeated].map(([pair, tests]) => `The same tests are in ${pair}: ${testList(tests)}.`);
}

function testList(tests: readonly TestRecord[]): string {
  const shown = tests.slice(0, TESTS_SHOWN).map(({ file, fullName }) => `"${fullName}" (${file})`);
  return [...shown, ...(tests.length > TESTS_SHOWN ? [`and ${tests.length - TESTS_SHOWN} more`] : [])].join(', ');
}

/** The folders of the items with the same key. */
function groups<Item extends { readonly folder: string }>(
  items: readonly Item[],
  keyOf: (item: Item) => string,
): Map<string, string[]> {
  const byKey = new Map<string, string[]>();
  for (const item of items) byKey.set(keyOf(item), [...(byKey.get(keyOf(item)) ?? []), item.folder]);
  return byKey;
}

function listed(folders: readonly string[]): string {
  return `${folders.map(quoted).join(' and ')} ${folders.length === 1 ? 'is' : 'are'}`;
}

function quoted(folder: string): string {
  return `"${folder}"`;
}
