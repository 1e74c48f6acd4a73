import type { ShardRecord } from '../../run-report/model/run-model';

/** More are not listed. */
const MOST = 1_000;

/** The shards that a merged report lacks, such as `2/4`. */
export function missingShards(shards: readonly ShardRecord[]): string[] {
  const count = shards[0]?.count ?? 0;
  const known = new Set(shards.map(({ index }) => index));
  return Array.from({ length: Math.min(count, MOST) }, (_shard, index) => index + 1)
    .filter((index) => !known.has(index))
    .map((index) => `${index}/${count}`);
}
