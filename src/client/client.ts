import type { ApiResponse } from '../api-response';
import type { ApiRequest } from '../apis/api-request';
import { apiRequest, APIS, type BuiltInApi, isBuiltInApi } from '../apis/apis';
import { customRequest } from '../apis/custom-request';
import {
  inputContractRequest,
  manifestRequest,
  openApiRequest,
  resultRequest,
  statusRequest,
  stopRequest,
} from '../apis/lifecycle-requests';
import { overridden, replacesBody } from '../apis/overrides';
import { reads } from '../apis/reads';
import { DEFAULTS } from '../defaults';
import { defined } from '../defined';
import { ConnectorTestError } from '../errors';
import { requireSendable } from '../json/sendable-copy';
import { learnSecretsOf } from '../redaction/process-redactor';
import { nearestName } from '../validation/problems';
import type { Client } from './client-interface';
import type { CallOptions, ClientOptions, ExchangeListener } from './client-options';
import { createLocalVault } from './local-vault';
import { type ClientContext, createRequester } from './requester';
import { requireCallOptions, requireClientOptions } from './validate-client-options';

export type { Client } from './client-interface';

/**
 * Creates a client for the app server, for hand-written tests.
 *
 * With `axios`, requests are sent with that instance. Its interceptors, default headers, `params`, `auth`, `httpAgent`,
 * `httpsAgent`, `maxContentLength` and, if it sets one, its adapter are used; its `baseURL` and `timeout` are ignored.
 * Only an adapter of the instance can use a proxy; `HTTP_PROXY` is ignored.
 *
 * @param onExchange Called with each exchange of all calls.
 * @throws ConnectorTestError INVALID_OPTIONS, listing all problems.
 * @example
 * const client = createClient({ serverHost: 'http://127.0.0.1:8000', timeout: 10_000 });
 * const { status, body } = await client.auth({ credentials: { username: 'me', password: 'wrong' } });
 */
export function createClient(
  options: ClientOptions = {},
  onExchange?: ExchangeListener,
  around?: ClientContext,
): Client {
  requireClientOptions(options);
  const { serverHost, send, requireUrl, close } = createRequester(options, onExchange, around);
  const vault = createLocalVault();

  async function call(api: string, given: unknown, callOptions: CallOptions = {}): Promise<ApiResponse> {
    requireFitting(api, callOptions);
    const args = given === undefined ? undefined : requireSendable(given);
    const definition = ownDefinition(options, api);
    const sendAs = (request: ApiRequest): Promise<ApiResponse> =>
      send(request, callOptions, reads({ api, method: request.method, definition }));
    if (definition) return sendAs(customRequest(api, { ...definition, ...overridesOf(callOptions) }, args));
    if (!isBuiltInApi(api)) throw unknownApi(api, Object.keys(options.apis ?? {}));
    // The vault's request contains the credentials without their field name.
    learnSecretsOf(args);
    const request = (made: unknown): ApiRequest => builtInRequest(api, made, callOptions, options);
    if (api !== 'workflow' || replacesBody(callOptions)) return sendAs(request(args));
    requireUrl(request(args), callOptions);
    const provisioned = await vault.provision(args, (request) => send(request, { ...callOptions, query: {} }));
    return sendAs(request(provisioned));
  }

  async function plain(name: string, request: () => ApiRequest, callOptions: CallOptions = {}): Promise<ApiResponse> {
    requireCallOptions(callOptions, name);
    return send(overridden(request(), callOptions), callOptions);
  }

  return {
    serverHost,
    auth: (args, callOptions) => call('auth', args, callOptions),
    preflight: (args, callOptions) => call('preflight', args, callOptions),
    metadata: (args, callOptions) => call('metadata', args, callOptions),
    workflow: (args, callOptions) => call('workflow', args, callOptions),
    config: (args, callOptions) => call('config', args, callOptions),
    ...lifecycle(plain, options),
    call,
    close,
  };
}

function overridesOf({ method, rawBody }: CallOptions) {
  return defined({ method, rawBody });
}

function builtInRequest(api: BuiltInApi, args: unknown, call: CallOptions, client: ClientOptions): ApiRequest {
  const endpoint = api === 'workflow' ? (call.endpoint ?? client.workflowEndpoint) : undefined;
  return overridden(apiRequest(api, { args, endpoint, entrypoint: call.entrypoint }), overridesOf(call));
}

type Plain = (name: string, request: () => ApiRequest, options?: CallOptions) => Promise<ApiResponse>;

/** Requests about a workflow and the server. */
function lifecycle(plain: Plain, { healthPath = DEFAULTS.healthPath }: ClientOptions) {
  return {
    status: (workflowId, runId, options) => plain('status', () => statusRequest(workflowId, runId), options),
    result: (workflowId, { wait, ...options } = {}) => plain('result', () => resultRequest(workflowId, wait), options),
    stop: (workflowId, runId, options) => plain('stop', () => stopRequest(workflowId, runId), options),
    inputContract: (options) => plain('inputContract', () => inputContractRequest(options?.entrypoint), options),
    manifest: (options) => plain('manifest', () => manifestRequest(options?.entrypoint), options),
    openApi: (options) => plain('openApi', openApiRequest, options),
    health: (options) => plain('health', () => ({ method: 'GET', path: healthPath }), options),
  } satisfies Partial<Client>;
}

function ownDefinition({ apis = {} }: ClientOptions, api: string) {
  return Object.hasOwn(apis, api) ? apis[api] : undefined;
}

/** Also rejects an option that would have no effect. */
function requireFitting(api: string, callOptions: CallOptions): void {
  requireCallOptions(callOptions, api);
  const { endpoint, entrypoint } = callOptions;
  if (endpoint !== undefined && api !== 'workflow') throw unfitting('endpoint', 'workflow');
  const takesEntrypoint = isBuiltInApi(api) && api !== 'config';
  if (entrypoint !== undefined && !takesEntrypoint)
    throw unfitting('entrypoint', 'auth, preflight, metadata, workflow');
}

function unfitting(option: string, apis: string): ConnectorTestError {
  return new ConnectorTestError('INVALID_OPTIONS', {
    what: `The option \`${option}\` has no effect for this API; nothing was sent.`,
    why: `it only applies to ${apis}.`,
    fix: 'leave it out.',
  });
}

function unknownApi(api: string, own: readonly string[]): ConnectorTestError {
  const known = [...Object.keys(APIS), ...own];
  const near = nearestName(String(api), known);
  return new ConnectorTestError('INVALID_OPTIONS', {
    what: `Unknown API ${JSON.stringify(api)}${near === undefined ? '.' : `; did you mean ${JSON.stringify(near)}?`}`,
    why: `the client has ${known.join(', ')}.`,
    fix: 'use one of them, or declare the API in the option `apis`: { name: { method: "GET", path: "/…" } }.',
  });
}
