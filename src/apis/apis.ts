import { API_PREFIX, type ApiCall, type ApiRequest, type Query } from './api-request';
import { configBody, handlerBody, workflowBody } from './bodies';
import { configMethod, configPath, configQuery } from './config-request';

/** A value, or a function that computes it from a call. */
type Made<Value> = Value | ((call: ApiCall) => Value);

/** One of the built-in APIs, as data. */
export interface ApiRow {
  readonly method: Made<'GET' | 'POST'>;
  readonly path: Made<string>;
  readonly query?: (call: ApiCall) => Query;
  readonly body: (call: ApiCall) => unknown;
  /** A POST that only reads. */
  readonly reads?: true;
}

/** The built-in APIs. To add one, add a row (and its name to `ConnectorApis`). */
export const APIS = {
  auth: { method: 'POST', path: `${API_PREFIX}/auth`, body: handlerBody, reads: true },
  preflight: { method: 'POST', path: `${API_PREFIX}/check`, body: handlerBody, reads: true },
  metadata: { method: 'POST', path: `${API_PREFIX}/metadata`, body: handlerBody, reads: true },
  workflow: {
    method: 'POST',
    path: ({ endpoint = '/start' }) => `${API_PREFIX}/${endpoint.replace(/^\/+/, '')}`,
    query: ({ entrypoint }) => ({ entrypoint }),
    body: workflowBody,
  },
  config: { method: configMethod, path: configPath, query: configQuery, body: configBody },
} as const satisfies Record<string, ApiRow>;

/** The names of the built-in APIs. */
export type BuiltInApi = keyof typeof APIS;

/** Whether `name` is a built-in API. */
export function isBuiltInApi(name: string): name is BuiltInApi {
  return Object.hasOwn(APIS, name);
}

/** The request of a built-in API. */
export function apiRequest(name: BuiltInApi, call: ApiCall): ApiRequest {
  const row: ApiRow = APIS[name];
  return {
    method: typeof row.method === 'function' ? row.method(call) : row.method,
    path: typeof row.path === 'function' ? row.path(call) : row.path,
    query: row.query?.(call),
    body: row.body(call),
  };
}
