import { fork, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { join, dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { installPackage, projects, writeProject } from './projects.mjs';
import { readFileSync } from 'node:fs';
const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, '../.cache/bench-prof');
installPackage(root);
const server = fork(join(here, 'server.mjs'), { env: { ...process.env, BENCH_DELAY_MS: process.env.D ?? '0' } });
const [{ url }] = await once(server, 'message');
const n = Number(process.argv[2] ?? 400);
const rounds = Number(process.argv[3] ?? 5);
const names = ['jest-connector', 'by hand, JavaScript and axios', 'floor: node:http, one check', 'floor: tests that do nothing'];
const all = projects(n);
const jest = join(here, '../node_modules/jest/bin/jest.js');
const res = {};
const run = (p, extra = []) => {
  const t = performance.now();
  const r = spawnSync(process.execPath, [...extra, '-r', join(here, 'record-usage.cjs'), jest, '-i', '--verbose=false', '--watchman=false', '--ci'], { cwd: p.folder, encoding: 'utf8', env: { ...process.env, BENCH_USAGE_FILE: join(p.folder, 'usage.json'), CONNECTOR_SERVER_HOST: url } });
  if (r.status !== 0) throw new Error(r.stdout + r.stderr);
  return { wall: (performance.now() - t) / 1000, ...JSON.parse(readFileSync(join(p.folder, 'usage.json'), 'utf8')) };
};
const ps = names.map((name) => ({ name, ...writeProject(root, name, all[name]) }));
if (process.argv[4] === 'prof') { run(ps[0]); run(ps[0], ['--cpu-prof', '--cpu-prof-dir=/tmp/prof', '--cpu-prof-interval=200']); }
else {
for (let i = -1; i < rounds; i++) for (const p of ps) { const r = run(p); if (i >= 0) (res[p.name] ??= []).push(r); }
const med = (a) => [...a].sort((x, y) => x - y)[a.length >> 1];
for (const [k, v] of Object.entries(res)) console.log(k.padEnd(34), 'wall', med(v.map((r) => r.wall)).toFixed(3), 'cpu', med(v.map((r) => r.cpu)).toFixed(3), 'min cpu', Math.min(...v.map((r) => r.cpu)).toFixed(3));
}
server.disconnect();
