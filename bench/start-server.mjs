// Starts the server of the benchmarks in a process of its own.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath, URL } from 'node:url';

const SERVER = fileURLToPath(new URL('server.mjs', import.meta.url));

/** Its URL, and a function that ends it. Each request takes `delay` milliseconds. */
export async function startServer(delay = 0) {
  const server = fork(SERVER, { env: { ...process.env, BENCH_DELAY_MS: String(delay) } });
  const [{ url }] = await once(server, 'message');
  return { url, stop: () => server.disconnect() };
}
