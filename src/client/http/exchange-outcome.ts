import type { AxiosResponse } from 'axios';
import type { ApiResponse } from '../../api-response';
import { ConnectorTestError } from '../../errors';
import type { Json } from '../../json/json';
import { isRecord } from '../../validation/shape';
import { responseHeaders } from './response-headers';
import type { Track } from './track';
import { requestLine, transportError } from './transport-error';

/** The result of the interceptors as our response: they return axios' response, or a part of it. */
export function concludeResponse(value: unknown, track: Track): ApiResponse {
  // An interceptor that swallows a failure does not turn it into a response.
  if (track.failure) throw track.failure;
  const { durationMs, reply } = track;
  const size = reply?.size === undefined ? {} : { size: reply.size };
  if (isResponse(value)) {
    return {
      body: value.data,
      status: value.status,
      headers: responseHeaders(value.headers),
      ...size,
      durationMs,
    };
  }
  if (value === undefined || !reply) throw new Error('a response interceptor returned nothing');
  return { body: value as Json, status: reply.status, headers: reply.headers, ...size, durationMs };
}

/** The response to our request that an error contains, like axios' errors about a status. */
export function responseOf(error: unknown, { config }: Track): AxiosResponse | undefined {
  const response = isObject(error) ? error['response'] : undefined;
  return isResponse(response) && response.config === config ? response : undefined;
}

/** The error that users see. */
export function concludeError(error: unknown, track: Track): Error {
  const { request, reply, failure } = track;
  if (failure) {
    const contentType = reply?.headers['content-type'];
    return transportError(failure, { ...request, attempts: track.attempts, reply: reply && { ...reply, contentType } });
  }
  if (isOurs(error)) return error;
  const where = reply ? `returned ${reply.status}, but an` : 'was not sent: an';
  return new ConnectorTestError('REQUEST_FAILED', {
    what: `${requestLine(request)} ${where} interceptor of your axios instance failed.`,
    why: isObject(error) && 'message' in error ? String(error['message']) : String(error),
    fix: 'correct the interceptor; it must return the request or response it receives, or a modified copy.',
  });
}

function isOurs(error: unknown): error is ConnectorTestError {
  return error instanceof ConnectorTestError;
}

function isResponse(value: unknown): value is AxiosResponse {
  return isRecord(value) && typeof value['status'] === 'number' && isRecord(value['headers']) && 'config' in value;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
