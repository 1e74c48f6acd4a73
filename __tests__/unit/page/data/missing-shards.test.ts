import { missingShards } from '../../../../src/page/data/missing-shards';

const shard = (index: number, count: number) => ({ index, count, startedAt: 0, durationMs: 1 });

test.each([
  ['a run without shards', [], []],
  ['a whole run', [shard(1, 2), shard(2, 2)], []],
  ['a part', [shard(2, 4), shard(3, 4)], ['1/4', '4/4']],
])('%s', (_what, shards, missing) => {
  expect(missingShards(shards)).toEqual(missing);
});

test('a report of another origin does not fill the page', () => {
  expect(missingShards([shard(1, 1e9)])).toHaveLength(999);
});
