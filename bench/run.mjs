// npm run bench [rounds]: whole processes, one after another in turn (A B C, A B C …), so that a machine whose speed
// drifts is fair to all. One round to warm up, then medians; ratios are to the project named first in a table.
import { fork, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { projects, writeProject } from './projects.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, '../.cache/bench');
const jest = join(here, '../node_modules/jest/bin/jest.js');
const rounds = Number(process.argv[2] ?? 5);
const MANY = 1000;

const server = fork(join(here, 'server.mjs'));
const [{ url }] = await once(server, 'message');

function runOnce(folder, cold) {
  if (cold) rmSync(join(folder, 'cache'), { recursive: true, force: true });
  const memoryFile = join(folder, 'memory.txt');
  const started = performance.now();
  const { status, stderr } = spawnSync(
    process.execPath,
    ['-r', join(here, 'record-memory.cjs'), jest, '-i', '--verbose=false', '--watchman=false', '--ci'],
    {
      cwd: folder,
      encoding: 'utf8',
      env: { ...process.env, BENCH_MEMORY_FILE: memoryFile, CONNECTOR_SERVER_HOST: url },
    },
  );
  const seconds = (performance.now() - started) / 1000;
  if (status !== 0) throw new Error(`${folder} failed:\n${stderr}`);
  return { seconds, memory: Number(readFileSync(memoryFile, 'utf8')) };
}

function measure(count, names, cold) {
  const folders = names.map((name) => writeProject(root, `${count}-${name}`, projects(count)[name]));
  const runs = names.map(() => []);
  for (let round = -1; round < rounds; round += 1) {
    folders.forEach((folder, index) => {
      const run = runOnce(folder, cold);
      if (round >= 0) runs[index].push(run);
    });
  }
  return runs.map((all) => ({
    seconds: median(all.map((run) => run.seconds)),
    memory: median(all.map((run) => run.memory)),
  }));
}

function median(numbers) {
  const sorted = [...numbers].sort((left, right) => left - right);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

function table(title, names, columns) {
  console.log(`\n${title}`);
  names.forEach((name, index) => {
    const cells = columns.map(({ unit, values, digits = 2 }) => {
      const ratio = values[0] / values[index];
      const text = `${values[index].toFixed(digits)} ${unit}`;
      return index === 0 ? text.padEnd(22) : `${text} (× ${ratio.toFixed(2)})`.padEnd(22);
    });
    console.log(`  ${name.padEnd(34)} ${cells.join(' ')}`);
  });
}

const all = Object.keys(projects(1));
const starters = all.slice(0, 3);
const runners = [all[0], all[1], all[3]];

console.log(`Node ${process.version}, ${rounds} rounds; (× n) is jest-connector against that line: under 1 is less.`);
const cold = measure(1, starters, true);
const warm = measure(1, starters, false);
table('Start: a file with one request, whole process', starters, [
  { unit: 's cold', values: cold.map(({ seconds }) => seconds) },
  { unit: 's warm', values: warm.map(({ seconds }) => seconds) },
]);

const one = measure(1, runners, false);
const many = measure(MANY, runners, false);
table(`${MANY} requests with four checks each`, runners, [
  {
    unit: 'ms a request',
    values: many.map(({ seconds }, index) => ((seconds - one[index].seconds) * 1000) / (MANY - 1)),
  },
  { unit: 's in all', values: many.map(({ seconds }) => seconds) },
  { unit: 'MiB', digits: 0, values: many.map(({ memory }) => memory) },
]);

server.disconnect();
