// Writes the reports of four shards with 10,000 tests each, for bench/merge.mjs.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runModel } from '../__tests__/support/run-models';
import { resultLines } from '../src/run-report/results-file/result-lines';

const COUNT = 4;
const [folder = ''] = process.argv.slice(2);

for (let index = 1; index <= COUNT; index += 1) {
  const { run, tests } = runModel({ seed: index, passed: 9_800, failed: 100, flaky: 50, skipped: 50, workers: 4 });
  const { startedAt, durationMs } = run;
  const model = {
    run: { ...run, shards: [{ index, count: COUNT, startedAt, durationMs }] },
    tests: tests.map((test) => ({ ...test, file: `shard-${index}/${test.file}` })),
  };
  const shard = join(folder, `shard-${index}`);
  mkdirSync(shard, { recursive: true });
  writeFileSync(join(shard, 'results.jsonl'), [...resultLines(model)].join(''));
}
