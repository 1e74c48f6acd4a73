import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { ConnectorApp } from '../app';
import { AppError } from '../errors';
import { readJson } from '../json-body';

const ID = /^[a-zA-Z0-9_-]{1,128}$/;
const PATTERN = '^[a-zA-Z0-9_\\-]{1,128}$';

interface ConfigRequest {
  Params: { id: string };
  Querystring: { type?: string };
}

/** The routes of the configuration store: any JSON, by type and id. */
export function configRoutes(server: FastifyInstance, { configs }: ConnectorApp): void {
  const url = '/workflows/v1/config/:id';

  server.get<ConfigRequest>(
    url,
    { preHandler: refuseBadNames },
    ({ params: { id }, query: { type = 'workflows' } }) => {
      if (!configs.has(type, id)) throw new AppError(404, 'NOT_FOUND', `Config not found: ${id}`);
      return { success: true, data: configs.get(type, id), message: 'Workflow configuration fetched successfully' };
    },
  );

  server.post<ConfigRequest>(
    url,
    { preHandler: refuseBadNames },
    ({ params: { id }, query: { type = 'workflows' }, body }) => {
      const data = readJson(body);
      configs.set(type, id, data);
      return { success: true, data, message: 'Workflow configuration updated successfully' };
    },
  );
}

async function refuseBadNames({ params, query }: FastifyRequest<ConfigRequest>, reply: FastifyReply): Promise<unknown> {
  const detail = [];
  if (!ID.test(params.id)) detail.push(mismatch(['path', 'config_id'], params.id));
  if (query.type !== undefined && !ID.test(query.type)) detail.push(mismatch(['query', 'type'], query.type));
  return detail.length > 0 ? reply.code(422).send({ detail }) : undefined;
}

function mismatch(loc: string[], input: string) {
  return {
    type: 'string_pattern_mismatch',
    loc,
    msg: `String should match pattern '${PATTERN}'`,
    input,
    ctx: { pattern: PATTERN },
  };
}
