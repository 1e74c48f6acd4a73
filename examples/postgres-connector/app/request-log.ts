import type { FastifyInstance } from 'fastify';
import { log } from './log';

const QUIET = ['/health', '/server/health', '/ready', '/server/ready'];

/** Logs two lines per request, linked by its id; health probes are omitted. */
export function logRequests(server: FastifyInstance): void {
  server.addHook('onRequest', async ({ method, url, id }) => {
    if (!QUIET.includes(url)) log('INFO', `Request started: method=${method} path=${url} request_id=${id}`);
  });
  server.addHook('onResponse', async ({ method, url, id }, { statusCode, elapsedTime }) => {
    if (QUIET.includes(url)) return;
    const end = `status_code=${statusCode} duration_ms=${elapsedTime.toFixed(2)}`;
    log('INFO', `Request completed: method=${method} path=${url} request_id=${id} ${end}`);
  });
}
