// What `report: true` adds: the time and memory of 1,000 passed scenarios in band, and the memory of the main process, which
// makes the report, with 10,000 scenarios in ten files and two workers.
import { each, measure, seconds, table } from './measure.mjs';
import { projects } from './projects.mjs';

const COUNT = 1000;
const FILES = 10;

export function measureReport(root, url) {
  const { 'jest-connector': ours } = projects(COUNT);
  const withReport = { ...ours, config: { ...ours.config, globals: { connector: { report: true } } } };
  const variants = { 'with `report: true`': withReport, without: ours };
  const names = Object.keys(variants);
  const runs = measure({ root, url, label: 'report', projects: variants });
  table(`${COUNT} passed scenarios in band (at most × 1.10)`, names, columns(runs));
  const inWorkers = Object.fromEntries(names.map((name) => [name, { ...variants[name], files: FILES, workers: 2 }]));
  const main = measure({ root, url, label: 'reporter', projects: inWorkers });
  table(`${FILES * COUNT} passed scenarios in 2 workers: the main process (at most 150 MiB)`, names, columns(main));
}

const columns = (runs) => [
  { unit: 's', values: seconds(runs) },
  { unit: 's CPU', values: each(runs, ({ cpu }) => cpu) },
  { unit: 'MiB', digits: 0, values: each(runs, ({ memory }) => memory) },
];
