import { missingShards as missingAmong } from '../../run-report/model/missing-shards';
import type { ShardRecord } from '../../run-report/model/run-model';

/** More are not listed. */
const MOST = 1_000;

/** The shards that a merged report lacks, such as `2/4`. */
export function missingShards(shards: readonly ShardRecord[]): string[] {
  return missingAmong(shards, MOST);
}
