import type { ShardRecord } from './run-model';

/**
 * The shards that are missing among these, such as `2/4`.
 *
 * @param most How many shards are looked for.
 */
export function missingShards(shards: readonly Pick<ShardRecord, 'index' | 'count'>[], most = Infinity): string[] {
  const count = Math.max(0, ...shards.map((shard) => shard.count));
  const known = new Set(shards.map(({ index }) => index));
  return Array.from({ length: Math.min(count, most) }, (_shard, index) => index + 1)
    .filter((index) => !known.has(index))
    .map((index) => `${index}/${count}`);
}
