import type { FastifyInstance } from 'fastify';
import { inputContract } from '../input-contract';

/** The route of the workflow's machine-readable input contract. */
export function contractRoutes(server: FastifyInstance): void {
  server.get('/workflows/v1/input-contract', () => inputContract);
}
