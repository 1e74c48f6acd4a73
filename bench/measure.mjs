// Measures whole processes in turn and prints tables of the results.
import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { writeProject } from './projects.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const jest = join(here, '../node_modules/jest/bin/jest.js');

/** How many times everything is measured. */
export const rounds = Number(process.argv[2] ?? 5);

function runOnce({ folder, isRed = false, workers }, url) {
  const usageFile = join(folder, 'usage.json');
  const mode = workers === undefined ? ['-i'] : ['-w', String(workers)];
  const started = performance.now();
  const { status, stderr } = spawnSync(
    process.execPath,
    ['-r', join(here, 'record-usage.cjs'), jest, ...mode, '--verbose=false', '--watchman=false', '--ci'],
    { cwd: folder, encoding: 'utf8', env: { ...process.env, BENCH_USAGE_FILE: usageFile, CONNECTOR_SERVER_HOST: url } },
  );
  const seconds = (performance.now() - started) / 1000;
  if (status !== (isRed ? 1 : 0)) throw new Error(`${folder} ended with ${status}:\n${stderr}`);
  return { seconds, ...JSON.parse(readFileSync(usageFile, 'utf8')) };
}

/** Prepares a project before each run. */
export const PREPARE = {
  cold: ({ folder }) => rmSync(join(folder, 'cache'), { recursive: true, force: true }),
  edited: ({ file, text }) => writeFileSync(file, `${text}// ${Math.random()}\n`),
  warm: () => undefined,
};

/** The runs of each project, round by round. `projects` are keyed by name; each is written into its own root or into `root`. */
export function measure({ root, label, url, projects, prepare = PREPARE.warm }) {
  const written = Object.entries(projects).map(([name, project]) => ({
    ...project,
    ...writeProject(project.root ?? root, `${label}-${name}`, project),
  }));
  const runs = written.map(() => []);
  for (let round = -1; round < rounds; round += 1) {
    written.forEach((project, index) => {
      prepare(project);
      const run = runOnce(project, url);
      if (round >= 0) runs[index].push(run);
    });
  }
  return runs;
}

export function median(numbers) {
  const sorted = [...numbers].sort((left, right) => left - right);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** Prints a table. A column has a number for each project and round. */
export function table(title, names, columns) {
  console.log(`\n${title}`);
  names.forEach((name, index) => {
    const cells = columns.map(({ unit, values, digits = 2 }) => {
      const text = `${median(values[index]).toFixed(digits)} ${unit}`;
      const ratio = median(values[index].map((value, round) => values[0][round] / value));
      return (index === 0 ? text : `${text} (× ${ratio.toFixed(2)})`).padEnd(28);
    });
    console.log(`  ${name.padEnd(32)} ${cells.join(' ')}`.trimEnd());
  });
}

export const each = (runs, read) => runs.map((all) => all.map(read));
export const seconds = (runs) => each(runs, (run) => run.seconds);
