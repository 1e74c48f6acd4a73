import { createServer } from 'node:net';

const given = new Set<number>();

/** A free port on `host`. None is returned twice, because a service may take a while before it listens. */
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
