import type { FastifyInstance } from 'fastify';
import type { ConnectorApp } from '../app';
import { authenticate } from '../auth';
import { readAuthInput, readMetadataInput, readPreflightInput } from '../contracts';
import { readObject } from '../json-body';
import { fetchMetadata } from '../metadata';
import { preflight } from '../preflight';
import { preflightErrorResponse, preflightResponse } from './preflight-answer';

/** The routes of a connector's handler: auth, preflight and metadata. */
export function handlerRoutes(server: FastifyInstance, { source }: ConnectorApp): void {
  server.post('/workflows/v1/auth', async ({ body }, reply) => {
    const { status, message, identities, scopes } = await authenticate(source, readAuthInput(readObject(body)));
    const success = status === 'success';
    const data = { status, message, identities, scopes, expires_at: '', error: null };
    return reply.code(success ? 200 : 401).send({ success, data, message: message || `Authentication ${status}` });
  });

  server.post('/workflows/v1/check', async ({ body }, reply) => {
    const input = readPreflightInput(readObject(body));
    const startedAt = performance.now();
    try {
      return preflightResponse(await preflight(source, input), performance.now() - startedAt);
    } catch (error) {
      const { status, response } = preflightErrorResponse(error);
      return reply.code(status).send(response);
    }
  });

  server.post('/workflows/v1/metadata', async ({ body }) => {
    const data = await fetchMetadata(source, readMetadataInput(readObject(body)));
    return { success: true, data };
  });
}
