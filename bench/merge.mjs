// Merging the reports of four shards with 10,000 tests each, as a whole process.
import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { median } from './measure.mjs';

const here = dirname(fileURLToPath(import.meta.url));

export function measureMerge(root, rounds) {
  console.log('\nMerging the reports of four shards with 10,000 tests each');
  const folder = join(root, 'shards');
  const tsx = join(here, '../node_modules/tsx/dist/cli.mjs');
  run(here, [tsx, join(here, 'shard-reports.ts'), folder]);
  const usageFile = join(folder, 'usage.json');
  const runs = [];
  for (let round = 0; round < rounds; round += 1) {
    rmSync(join(folder, 'merged'), { recursive: true, force: true });
    const started = performance.now();
    const names = [1, 2, 3, 4].map((index) => `shard-${index}`);
    const cli = ['-r', join(here, 'record-usage.cjs'), join(here, '../dist/cli.js')];
    run(folder, [...cli, 'merge', ...names, '--out', 'merged'], { BENCH_USAGE_FILE: usageFile });
    const seconds = (performance.now() - started) / 1000;
    runs.push({ seconds, ...JSON.parse(readFileSync(usageFile, 'utf8')) });
  }
  const print = (what, read, unit, digits) =>
    console.log(`  ${what.padEnd(24)} ${median(runs.map(read)).toFixed(digits)} ${unit}`);
  print('time', ({ seconds }) => seconds, 's (at most 5)', 2);
  print('CPU', ({ cpu }) => cpu, 's', 2);
  print('memory', ({ memory }) => memory, 'MiB', 0);
}

function run(cwd, args, env = {}) {
  const { status, stderr } = spawnSync(process.execPath, args, {
    cwd,
    encoding: 'utf8',
    env: { ...process.env, ...env },
  });
  if (status !== 0) throw new Error(`${args.join(' ')} ended with ${status}:\n${stderr}`);
}
