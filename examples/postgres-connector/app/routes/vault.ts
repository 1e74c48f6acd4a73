import type { FastifyInstance } from 'fastify';
import type { ConnectorApp } from '../app';
import { AppError } from '../errors';
import { readObject } from '../json-body';
import { settings } from '../settings';

/** Accepts credentials for a workflow during development. */
export function vaultRoutes(server: FastifyInstance, { vault }: ConnectorApp): void {
  server.post('/workflows/v1/dev/local-vault', ({ body }) => {
    if (settings.deployment !== 'local') throw new AppError(403, 'PERMISSION', 'Dev-only endpoint');
    const data = { credential_guid: vault.put(readObject(body)) };
    return { success: true, data, message: 'Credentials provisioned successfully' };
  });
}
