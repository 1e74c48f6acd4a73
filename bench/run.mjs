// npm run bench [rounds]: whole processes, one after another in turn (A B C, A B C …), so that a machine whose speed
// drifts is fair to all. One round to warm up, then medians; a ratio is the median of the rounds' own ratios.
import { fork, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { installPackage, projects, writeProject } from './projects.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, '../.cache/bench');
const jest = join(here, '../node_modules/jest/bin/jest.js');
const rounds = Number(process.argv[2] ?? 5);
const FEW = 100;
const MANY = 1000;

rmSync(root, { recursive: true, force: true });
installPackage(root);

const server = fork(join(here, 'server.mjs'));
const [{ url }] = await once(server, 'message');

function runOnce(folder) {
  const usageFile = join(folder, 'usage.json');
  const started = performance.now();
  const { status, stderr } = spawnSync(
    process.execPath,
    ['-r', join(here, 'record-usage.cjs'), jest, '-i', '--verbose=false', '--watchman=false', '--ci'],
    { cwd: folder, encoding: 'utf8', env: { ...process.env, BENCH_USAGE_FILE: usageFile, CONNECTOR_SERVER_HOST: url } },
  );
  const seconds = (performance.now() - started) / 1000;
  if (status !== 0) throw new Error(`${folder} failed:\n${stderr}`);
  return { seconds, ...JSON.parse(readFileSync(usageFile, 'utf8')) };
}

/** What is done to a project before each run. */
const PREPARE = {
  cold: ({ folder }) => rmSync(join(folder, 'cache'), { recursive: true, force: true }),
  edited: ({ file, text }) => writeFileSync(file, `${text}// ${Math.random()}\n`),
  warm: () => undefined,
};

/** The runs of each project, round by round. */
function measure(count, names, prepare) {
  const written = names.map((name) => writeProject(root, `${count}-${name}`, projects(count)[name]));
  const runs = names.map(() => []);
  for (let round = -1; round < rounds; round += 1) {
    written.forEach((project, index) => {
      prepare(project);
      const run = runOnce(project.folder);
      if (round >= 0) runs[index].push(run);
    });
  }
  return runs;
}

function median(numbers) {
  const sorted = [...numbers].sort((left, right) => left - right);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** A column has a number for each project and round. */
function table(title, names, columns) {
  console.log(`\n${title}`);
  names.forEach((name, index) => {
    const cells = columns.map(({ unit, values, digits = 2 }) => {
      const text = `${median(values[index]).toFixed(digits)} ${unit}`;
      const ratio = median(values[index].map((value, round) => values[0][round] / value));
      return (index === 0 ? text : `${text} (× ${ratio.toFixed(2)})`).padEnd(24);
    });
    console.log(`  ${name.padEnd(32)} ${cells.join(' ')}`.trimEnd());
  });
}

const each = (runs, read) => runs.map((all) => all.map(read));
const seconds = (runs) => each(runs, (run) => run.seconds);

const all = Object.keys(projects(1));
const starters = all.slice(0, 3);
const runners = [all[0], all[1], ...all.slice(3)];

console.log(`Node ${process.version}, ${rounds} rounds; (× n) is jest-connector against that line: under 1 is less.`);
const cold = measure(1, starters, PREPARE.cold);
const edited = measure(1, starters, PREPARE.edited);
const warm = measure(1, starters, PREPARE.warm);
table('Start: a file with one request, whole process (cold: nothing cached; edited: the test file was)', starters, [
  { unit: 's cold', values: seconds(cold) },
  { unit: 's edited', values: seconds(edited) },
  { unit: 's warm', values: seconds(warm) },
  { unit: 's CPU warm', values: each(warm, ({ cpu }) => cpu) },
]);

// Not from one request on: Jest's reporter keeps the process up to 0.1 s longer when a file took more than 0.1 s.
const few = measure(FEW, runners, PREPARE.warm);
const many = measure(MANY, runners, PREPARE.warm);
const perRequest = many.map((runs, index) =>
  runs.map((run, round) => ((run.seconds - few[index][round].seconds) * 1000) / (MANY - FEW)),
);
table(`${MANY} requests with four checks each (one request: what it adds from the ${FEW}th on)`, runners, [
  { unit: 'ms a request', digits: 3, values: perRequest },
  { unit: 's in all', values: seconds(many) },
  { unit: 'MiB', digits: 0, values: each(many, ({ memory }) => memory) },
]);

server.disconnect();
