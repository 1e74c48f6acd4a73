import { fork, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { join, dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { installPackage, projects, writeProject } from './projects.mjs';
import { writeFileSync } from 'node:fs';
const here = dirname(fileURLToPath(import.meta.url));
const root = process.env.ROOT ?? join(here, '../.cache/bench-prof2');
installPackage(root);
const server = fork(join(here, 'server.mjs'), { env: { ...process.env, BENCH_DELAY_MS: '50' } });
const [{ url }] = await once(server, 'message');
const all = projects(400);
const jest = join(here, '../node_modules/jest/bin/jest.js');
const LOOP = `
const http = require('node:http');
const [count, concurrency] = process.argv.slice(2).map(Number);
const agent = new http.Agent({ keepAlive: true });
const post = () => new Promise((resolve, reject) => {
  const request = http.request(process.env.CONNECTOR_SERVER_HOST + '/workflows/v1/auth', { method: 'POST', agent });
  request.on('error', reject).on('response', (response) => response.resume().on('end', resolve));
  request.end('{"credentials":[{"key":"username","value":"svc"}]}');
});
let next = 0;
const worker = async () => { while (next++ < count) await post(); };
void Promise.all(Array.from({ length: concurrency }, worker)).then(() => agent.destroy());
`;
writeFileSync(join(root, 'loop.cjs'), LOOP);
const env = { ...process.env, CONNECTOR_SERVER_HOST: url };
const time = (args, cwd) => { const t = performance.now(); const r = spawnSync(process.execPath, args, { cwd, env, encoding: 'utf8' }); if (r.status !== 0) throw new Error(r.stdout + r.stderr); return (performance.now() - t) / 1000; };
const J = [jest, '-i', '--verbose=false', '--watchman=false', '--ci'];
const ours = writeProject(root, 'ours', { ...all['jest-connector'], config: { preset: 'jest-connector', maxConcurrency: 1, globals: { connector: { concurrency: 1 } } } });
const empty = writeProject(root, 'empty', all['floor: tests that do nothing']);
const hand = writeProject(root, 'hand', all['by hand, JavaScript and axios']);
time(J, empty.folder); 
for (let i = 0; i < Number(process.argv[2] ?? 3); i++) {
  const e = time(J, empty.folder), o = time(J, ours.folder), l = time([join(root, 'loop.cjs'), '400', '1']), s = time(['-e', '0']), h = process.env.HAND ? time(J, hand.folder) : 0;
  console.log('empty', e.toFixed(2), 'ours', o.toFixed(2), 'loop', l.toFixed(2), 'start', s.toFixed(2), 'hand', h.toFixed(2), '=> ours above loop', (o - e - (l - s)).toFixed(3));
}
server.disconnect();
