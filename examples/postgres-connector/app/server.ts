import Fastify, { type FastifyInstance, type HTTPMethods } from 'fastify';
import { responseError } from './answer-error';
import type { ConnectorApp } from './app';
import { logRequests } from './request-log';
import { configRoutes } from './routes/config';
import { contractRoutes } from './routes/contract';
import { handlerRoutes } from './routes/handler';
import { healthRoutes } from './routes/health';
import { vaultRoutes } from './routes/vault';
import { workflowRoutes } from './routes/workflow';

const METHODS: HTTPMethods[] = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'];

/** Builds the HTTP server with the SDK's handler API. */
export function buildServer(app: ConnectorApp): FastifyInstance {
  const server = Fastify({ exposeHeadRoutes: false, keepAliveTimeout: 5000, bodyLimit: 16 * 1024 * 1024 });
  readBodiesAsText(server);
  logRequests(server);
  server.setErrorHandler(responseError);
  server.setNotFoundHandler((_request, reply) => reply.code(404).send({ detail: 'Not Found' }));
  // The SDK's server sends the content type without a charset, because JSON is always UTF-8.
  server.addHook('onSend', async (_request, reply) => {
    if (String(reply.getHeader('content-type')).startsWith('application/json'))
      reply.header('content-type', 'application/json');
  });

  const methodsByUrl = new Map<string, string[]>();
  server.addHook('onRoute', ({ url, method }) => {
    methodsByUrl.set(url, [...(methodsByUrl.get(url) ?? []), ...[method].flat()]);
  });
  for (const routes of [healthRoutes, handlerRoutes, workflowRoutes, configRoutes, vaultRoutes, contractRoutes]) {
    routes(server, app);
  }
  for (const [url, allowed] of [...methodsByUrl]) refuseOtherMethods(server, url, allowed);
  return server;
}

/** Like the SDK's server, ignores the content type of a request, and lets each route handle invalid JSON. */
function readBodiesAsText(server: FastifyInstance): void {
  server.removeAllContentTypeParsers();
  server.addContentTypeParser('*', { parseAs: 'string' }, (_request, body, done) => done(null, body));
}

function refuseOtherMethods(server: FastifyInstance, url: string, allowed: readonly string[]): void {
  server.route({
    method: METHODS.filter((method) => !allowed.includes(String(method))),
    url,
    handler: (_request, reply) =>
      reply.code(405).header('allow', allowed.join(', ')).send({ detail: 'Method Not Allowed' }),
  });
}
