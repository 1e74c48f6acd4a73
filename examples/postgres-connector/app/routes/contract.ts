import type { FastifyInstance } from 'fastify';
import { inputContract } from '../input-contract';
import { openApi } from '../open-api';

/** The routes of what the app accepts: a workflow's arguments, and the bodies of the other requests. */
export function contractRoutes(server: FastifyInstance): void {
  server.get('/workflows/v1/input-contract', () => inputContract);
  server.get('/openapi.json', () => openApi);
}
