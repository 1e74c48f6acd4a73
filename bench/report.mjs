// What `report: true` adds: the time and memory of 1,000 passed scenarios in band, against a server that takes as long as a real
// one and against one that takes no time; and the memory of the main process, which makes the report, with 10,000 scenarios in
// ten files and two workers.
import { each, measure, seconds, table } from './measure.mjs';
import { projects } from './projects.mjs';
import { startServer } from './start-server.mjs';

const COUNT = 1000;
const FILES = 10;
/** An app on the SDK takes 4 ms to refuse a wrong method, and 16 ms and more for a login. */
const DELAY_MS = 5;

export async function measureReport(root, url) {
  const { 'jest-connector': ours } = projects(COUNT);
  const withReport = { ...ours, config: { ...ours.config, globals: { connector: { report: true } } } };
  const variants = { 'with `report: true`': withReport, without: ours };
  const names = Object.keys(variants);
  const slow = await startServer(DELAY_MS);
  const runs = measure({ root, url: slow.url, label: 'report', projects: variants });
  slow.stop();
  table(`${COUNT} passed scenarios in band, server of ${DELAY_MS} ms (at most × 1.10)`, names, columns(runs));
  const atOnce = measure({ root, url, label: 'report', projects: variants });
  table(`${COUNT} passed scenarios in band, server without delay`, names, columns(atOnce));
  const inWorkers = Object.fromEntries(names.map((name) => [name, { ...variants[name], files: FILES, workers: 2 }]));
  const main = measure({ root, url, label: 'reporter', projects: inWorkers });
  table(`${FILES * COUNT} passed scenarios in 2 workers: the main process (at most 150 MiB)`, names, columns(main));
}

const columns = (runs) => [
  { unit: 's', values: seconds(runs) },
  { unit: 's CPU', values: each(runs, ({ cpu }) => cpu) },
  { unit: 'MiB', digits: 0, values: each(runs, ({ memory }) => memory) },
];
