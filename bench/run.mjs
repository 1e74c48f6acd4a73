// npm run bench [rounds] [checkout]: measures whole processes in turn (A B C, A B C …), so that changes in the machine's
// speed affect all of them equally. After one warm-up round, it prints medians; a ratio is the median of the rounds' ratios.
// With the folder of another built checkout, such as a worktree of the previous commit, its package is measured as well.
import { rmSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { measureConcurrency } from './concurrency.mjs';
import { measureFailures } from './failures.mjs';
import { each, measure, PREPARE, rounds, seconds, table } from './measure.mjs';
import { measureMerge } from './merge.mjs';
import { measureOutput } from './output.mjs';
import { measurePage } from './page.mjs';
import { installPackage, projects } from './projects.mjs';
import { measureReport } from './report.mjs';
import { startServer } from './start-server.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, '../.cache/bench');
const FEW = 100;
const MANY = 1000;
const MOST = 10_000;

for (const folder of [root, `${root}-before`]) rmSync(folder, { recursive: true, force: true });
installPackage(root);
const checkout = process.argv[3];
if (checkout) installPackage(`${root}-before`, resolve(checkout));

const { url, stop } = await startServer();

const BEFORE = 'jest-connector before';
/** Every project, by name; ours is followed by the same project with the package of the other checkout. */
const listed = (count) => {
  const { 'jest-connector': ours, ...others } = projects(count);
  const before = checkout && { [BEFORE]: { ...ours, root: `${root}-before` } };
  return { 'jest-connector': ours, ...before, ...others };
};
const cpus = (runs) => each(runs, ({ cpu }) => cpu);
const picked = (count, names) => Object.fromEntries(names.map((name) => [name, listed(count)[name]]));
const runsOf = (count, names, prepare) =>
  measure({ root, url, label: String(count), projects: picked(count, names), prepare });

const all = Object.keys(listed(1));
const starters = all.slice(0, all.indexOf('by hand, @swc/jest and axios') + 1);
const runners = all.filter((name) => !/ts-jest|swc/.test(name));

console.log(`Node ${process.version}, ${rounds} rounds; (× n) is jest-connector against that line: under 1 is less.`);
const cold = runsOf(1, starters, PREPARE.cold);
const edited = runsOf(1, starters, PREPARE.edited);
const warm = runsOf(1, starters, PREPARE.warm);
table('Start: a file with one request, whole process (cold: nothing cached; edited: the test file was)', starters, [
  { unit: 's cold', values: seconds(cold) },
  { unit: 's CPU cold', values: cpus(cold) },
  { unit: 's edited', values: seconds(edited) },
  { unit: 's warm', values: seconds(warm) },
  { unit: 's CPU warm', values: cpus(warm) },
]);

// Doesn't start at one request, because the first hundred run before the engine has compiled the code that they use.
const few = runsOf(FEW, runners, PREPARE.warm);
const many = runsOf(MANY, runners, PREPARE.warm);
const perRequest = (read) =>
  many.map((runs, index) => runs.map((run, round) => ((read(run) - read(few[index][round])) * 1000) / (MANY - FEW)));
table(`${MANY} requests with four checks each (one request: what it adds from the ${FEW}th on)`, runners, [
  { unit: 'ms a request', digits: 3, values: perRequest((run) => run.seconds) },
  { unit: 'ms CPU a request', digits: 3, values: perRequest((run) => run.cpu) },
  { unit: 's in all', values: seconds(many) },
  { unit: 'MiB', digits: 0, values: each(many, ({ memory }) => memory) },
]);

const lasting = runners.filter((name) => !name.includes('pactum'));
const most = runsOf(MOST, lasting, PREPARE.warm);
table(`${MOST} requests with four checks each, in one file`, lasting, [
  { unit: 's', values: seconds(most) },
  { unit: 's CPU', values: cpus(most) },
  { unit: 'MiB', digits: 0, values: each(most, ({ memory }) => memory) },
]);

measureFailures(root, url);
await measureReport(root, url);
await measureConcurrency(root, url);
stop();
measureOutput(root, rounds);
await measurePage(root, rounds);
measureMerge(root, rounds);
