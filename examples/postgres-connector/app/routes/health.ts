import type { FastifyInstance } from 'fastify';

/** Reports whether the process is up, regardless of the source. */
export function healthRoutes(server: FastifyInstance): void {
  for (const path of ['/health', '/server/health']) server.get(path, () => ({ status: 'healthy' }));
  for (const path of ['/ready', '/server/ready']) server.get(path, () => ({ status: 'ok' }));
}
