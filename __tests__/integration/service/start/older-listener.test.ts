import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { hasOlderListener } from '../../../../src/service/start/older-listener';

let child: ChildProcess;
let server: Server;

beforeEach(async () => {
  const descriptor = openSync(__filename, 'r');
  server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'ignore' });
  await once(child, 'spawn');
  // Whoever looks at the open files of this process opens one before the socket, which is closed when it is read.
  closeSync(descriptor);
  // A process's age is known in hundredths of a second.
  await new Promise((resolve) => setTimeout(resolve, 30));
});
afterEach(() => {
  server.close();
  child.kill('SIGKILL');
});

const isLinux = process.platform === 'linux';

test('who listens is seen to be older than a process that was started since', () => {
  const { port } = server.address() as AddressInfo;
  expect(hasOlderListener(port, child.pid ?? 0)).toBe(isLinux);
  expect(hasOlderListener(port, process.pid)).toBe(false);
});

test('nobody listens, or nobody has that number', () => {
  const { port } = server.address() as AddressInfo;
  expect(hasOlderListener(port === 65_535 ? 65_534 : port + 1, child.pid ?? 0)).toBe(false);
  expect(hasOlderListener(port, 2 ** 30)).toBe(false);
});
