// npm run bench [rounds]: whole processes, one after another in turn (A B C, A B C …), so that a machine whose speed
// drifts is fair to all. One round to warm up, then medians; a ratio is the median of the rounds' own ratios.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { measureFailures } from './failures.mjs';
import { measureOutput } from './output.mjs';
import { each, measure, PREPARE, rounds, seconds, table } from './measure.mjs';
import { installPackage, projects } from './projects.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, '../.cache/bench');
const FEW = 100;
const MANY = 1000;

rmSync(root, { recursive: true, force: true });
installPackage(root);

const server = fork(join(here, 'server.mjs'));
const [{ url }] = await once(server, 'message');

const picked = (count, names) => Object.fromEntries(names.map((name) => [name, projects(count)[name]]));
const runsOf = (count, names, prepare) =>
  measure({ root, url, label: String(count), projects: picked(count, names), prepare });

const all = Object.keys(projects(1));
const starters = all.slice(0, 3);
const runners = [all[0], all[1], ...all.slice(3)];

console.log(`Node ${process.version}, ${rounds} rounds; (× n) is jest-connector against that line: under 1 is less.`);
const cold = runsOf(1, starters, PREPARE.cold);
const edited = runsOf(1, starters, PREPARE.edited);
const warm = runsOf(1, starters, PREPARE.warm);
table('Start: a file with one request, whole process (cold: nothing cached; edited: the test file was)', starters, [
  { unit: 's cold', values: seconds(cold) },
  { unit: 's edited', values: seconds(edited) },
  { unit: 's warm', values: seconds(warm) },
  { unit: 's CPU warm', values: each(warm, ({ cpu }) => cpu) },
]);

// Not from one request on: Jest's reporter keeps the process up to 0.1 s longer when a file took more than 0.1 s.
const few = runsOf(FEW, runners, PREPARE.warm);
const many = runsOf(MANY, runners, PREPARE.warm);
const perRequest = many.map((runs, index) =>
  runs.map((run, round) => ((run.seconds - few[index][round].seconds) * 1000) / (MANY - FEW)),
);
table(`${MANY} requests with four checks each (one request: what it adds from the ${FEW}th on)`, runners, [
  { unit: 'ms a request', digits: 3, values: perRequest },
  { unit: 's in all', values: seconds(many) },
  { unit: 'MiB', digits: 0, values: each(many, ({ memory }) => memory) },
]);

measureFailures(root, url);
server.disconnect();
measureOutput(root, rounds);
