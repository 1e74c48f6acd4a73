import type { FastifyInstance } from 'fastify';
import { inputContract } from '../input-contract';

/** What the workflow takes, for machines. */
export function contractRoutes(server: FastifyInstance): void {
  server.get('/workflows/v1/input-contract', () => inputContract);
}
