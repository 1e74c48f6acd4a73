// (d) The effect of concurrency: 400 scenarios against a server that takes 50 ms per request, compared with a bare loop,
// hand-written test.concurrent and Playwright's request tests. From everything that Jest runs, the time is subtracted that the
// same project takes in the same round for a file with as many tests that do nothing: the start has its own table.
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { measure, median, rounds, seconds } from './measure.mjs';
import { projects, writeProject } from './projects.mjs';
import { startServer } from './start-server.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const COUNT = 400;
const DELAY_MS = 50;
const LEVELS = [1, 10, 50];
const OURS = 'jest-connector';
const BY_HAND = 'test.concurrent by hand, axios';
const EMPTY = 'without requests, ';
const BODY = { credentials: [{ key: 'username', value: 'svc' }] };

/** Requests in a loop without any test runner: the cost of the server's delay and the connections. */
const LOOP = `
const http = require('node:http');
const [count, concurrency] = process.argv.slice(2).map(Number);
const agent = new http.Agent({ keepAlive: true });
const post = () => new Promise((resolve, reject) => {
  const request = http.request(process.env.CONNECTOR_SERVER_HOST + '/workflows/v1/auth', { method: 'POST', agent });
  request.on('error', reject).on('response', (response) => response.resume().on('end', resolve));
  request.end(${JSON.stringify(JSON.stringify(BODY))});
});
let next = 0;
const worker = async () => { while (next++ < count) await post(); };
void Promise.all(Array.from({ length: concurrency }, worker)).then(() => agent.destroy());
`;

const PLAYWRIGHT = `
const { test, expect } = require('@playwright/test');
for (let index = 0; index < ${COUNT}; index += 1) {
  test('auth_' + index, async ({ request }) => {
    const response = await request.post(process.env.CONNECTOR_SERVER_HOST + '/workflows/v1/auth', { data: ${JSON.stringify(BODY)} });
    const data = await response.json();
    expect(data.success).toEqual(true);
    expect(data.data.status).toEqual('success');
    expect(data.data.identities[0]).toEqual('svc');
    expect(data.data.scopes).toBeTruthy();
  });
}
`;

const limited = (project, level, more = {}) => ({
  ...project,
  config: { ...project.config, ...more, maxConcurrency: level },
});

/** The Jest projects at one level of concurrency. */
function projectsAt(count, level) {
  const {
    [OURS]: ours,
    'by hand, JavaScript and axios': byHand,
    'floor: tests that do nothing': empty,
  } = projects(count);
  const concurrent = level === 1 ? byHand.text : byHand.text.replace('test(', 'test.concurrent(');
  const more = { globals: { connector: { concurrency: level } } };
  return {
    [`${EMPTY}${OURS}`]: limited({ ...ours, text: empty.text }, level, more),
    [OURS]: limited(ours, level, more),
    [`${EMPTY}${BY_HAND}`]: empty,
    [BY_HAND]: limited({ ...byHand, text: concurrent }, level),
  };
}

function timed(command, args, options) {
  const started = performance.now();
  const { status, stdout, stderr } = spawnSync(command, args, { encoding: 'utf8', ...options });
  if (status !== 0) throw new Error(`${args.join(' ')} ended with ${status}:\n${stdout}${stderr}`);
  return (performance.now() - started) / 1000;
}

const times = (run) => Array.from({ length: rounds }, run);
const row = (name, cells) => console.log(`  ${name.padEnd(40)} ${cells.map((cell) => cell.padEnd(10)).join(' ')}`);
const text = (numbers) => `${median(numbers).toFixed(2)} s`;

export async function measureConcurrency(root, fastUrl) {
  const { url, stop } = await startServer(DELAY_MS);
  const env = { ...process.env, CONNECTOR_SERVER_HOST: url };
  const loop = join(root, 'loop.cjs');
  writeFileSync(loop, LOOP);

  const rows = new Map();
  const add = (name, cell) => rows.set(name, [...(rows.get(name) ?? []), cell]);
  for (const level of LEVELS) {
    const compared = projectsAt(COUNT, level);
    const runs = seconds(measure({ root, url, label: `slow-${level}`, projects: compared }));
    const byName = Object.fromEntries(Object.keys(compared).map((name, index) => [name, runs[index]]));
    const without = (name) => byName[name].map((value, round) => value - byName[EMPTY + name][round]);
    const start = times(() => timed(process.execPath, ['-e', '0'], { env }));
    const bare = times(() => timed(process.execPath, [loop, String(COUNT), String(level)], { env }));
    add('bare node:http loop', text(bare.map((value, round) => value - start[round])));
    for (const name of [OURS, BY_HAND]) add(name, text(without(name)));
  }
  console.log(
    `\n(d) ${COUNT} requests, the server needs ${DELAY_MS} ms; without the time of a file without requests, at concurrency ${LEVELS.join(', ')}`,
  );
  for (const [name, cells] of rows) row(name, cells);
  measurePlaywright(root, env);
  stop();
  measureFast(root, fastUrl);
}

/** Checks that concurrency costs nothing if the server has no delay. */
function measureFast(root, url) {
  const at = (level) => projectsAt(1000, level)[OURS];
  const runs = seconds(measure({ root, url, label: 'fast', projects: { one: at(1), ten: at(10) } }));
  const ratio = median(runs[1].map((value, round) => value / runs[0][round]));
  console.log(`  1,000 scenarios without delay: ${text(runs[0])} at 1, ${text(runs[1])} at 10 (× ${ratio.toFixed(2)})`);
}

function measurePlaywright(root, env) {
  const workers = availableParallelism();
  const { folder } = writeProject(root, 'playwright', { config: {}, file: 'bench.spec.js', text: PLAYWRIGHT });
  const config = { testDir: folder, fullyParallel: true, workers, reporter: 'line' };
  writeFileSync(join(folder, 'playwright.config.json'), JSON.stringify(config));
  writeFileSync(join(folder, 'playwright.config.js'), 'module.exports = require("./playwright.config.json");\n');
  const cli = join(here, '../node_modules/@playwright/test/cli.js');
  const whole = times(() => timed(process.execPath, [cli, 'test'], { env, cwd: folder }));
  row(`Playwright, ${workers} workers, whole process`, [text(whole)]);
}
