import type { FastifyInstance } from 'fastify';
import type { ConnectorApp } from '../app';
import { AppError, UnreadableBody } from '../errors';
import { isObject, readJson } from '../json-body';
import { settings } from '../settings';

/** Accepts credentials for a workflow during development. */
export function vaultRoutes(server: FastifyInstance, { vault }: ConnectorApp): void {
  server.post('/workflows/v1/dev/local-vault', ({ body }) => {
    if (settings.deployment !== 'local') throw new AppError(403, 'PERMISSION', 'Dev-only endpoint');
    const credentials = readJson(body);
    if (!isObject(credentials)) throw new UnreadableBody('Credentials must be an object.');
    const data = { credential_guid: vault.put(credentials) };
    return { success: true, data, message: 'Credentials provisioned successfully' };
  });
}
