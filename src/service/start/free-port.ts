import { createServer } from 'node:net';

const given = new Set<number>();

/** A port of `host` that nobody listens at, and that was not given before: a service may take a while to take it. */
export async function freePort(host: string): Promise<number> {
  for (;;) {
    const port = await anyPort(host);
    if (given.has(port)) continue;
    given.add(port);
    return port;
  }
}

function anyPort(host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, host, () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}
