import type { FastifyReply, FastifyRequest } from 'fastify';
import { AppError, InvalidRequest } from './errors';
import { log } from './log';

/** Converts every error to a response. An unexpected error is only logged, and its response contains no details. */
export function responseError(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  if (error instanceof InvalidRequest) {
    return reply.code(422).send({ success: false, message: error.message, detail: error.problems });
  }
  if (error instanceof AppError) return reply.code(error.status).send({ detail: error.message });
  log('ERROR', `Unexpected: ${request.method} ${request.url} ${String(error)}`);
  return reply.code(500).send({ detail: 'Internal server error' });
}
