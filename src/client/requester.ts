import type { ApiResponse } from '../api-response';
import type { ApiRequest } from '../apis/api-request';
import { readsByMethod } from '../apis/reads';
import { DEFAULTS } from '../defaults';
import { learnSecretsOf, secretsReported } from '../redaction/process-redactor';
import { rawContents } from './body/raw-body';
import type { CallOptions, ClientOptions, ExchangeListener } from './client-options';
import type { SurplusListener } from './http/exchange/exchange-over-http';
import { createSender } from './http/http';
import { requestUrl } from './http/request-url';
import { requireHeaders } from './http/require-headers';
import { splitServerHost } from './server-host';

/** Sends requests to one server, with the client's headers and query. */
export interface Requester {
  readonly serverHost: string;
  /** @param reads Whether the request only reads. @default depends on the method */
  send(request: ApiRequest, call: CallOptions, reads?: boolean): Promise<ApiResponse>;
  /** Returns the URL of a request, to validate it before a preparing request is sent. @throws ConnectorTestError INVALID_ARGS */
  requireUrl(request: ApiRequest, call: CallOptions): string;
  close(): void;
}

/** What the code around a client provides. */
export interface ClientContext {
  /** Called with the request after whose response the server sent more than announced. */
  readonly onSurplus?: SurplusListener | undefined;
  /** How long a request may take, given its `timeout`. @default its `timeout`, or 30 s */
  readonly timeFor?: (given: number | undefined) => RequestTime;
  /** Aborted when no test is waiting any more: open requests are dropped, and their promises never settle. */
  readonly ended?: AbortSignal | undefined;
}

/** How long a request may take. */
export interface RequestTime {
  readonly milliseconds: number;
  /** The latest time it may end, on the clock of `performance.now()`; loading the sender may take a moment. */
  readonly endsAt?: number;
  /** The setting to raise for a request that needs longer. @default '`timeout`' */
  readonly raise?: string;
}

/** Creates a requester from a client's options, which must be valid. */
export function createRequester(
  options: ClientOptions,
  onExchange?: ExchangeListener,
  { onSurplus, timeFor = givenTime, ended }: ClientContext = {},
): Requester {
  const { serverHost, headers } = splitServerHost(options.serverHost ?? DEFAULTS.serverHost);
  const sender = createSender({ axios: options.axios, onSurplus });
  const requireUrl: Requester['requireUrl'] = (request, call) =>
    requestUrl(serverHost, request.path, queryOf(options, request, call));
  return {
    serverHost,
    requireUrl,
    close: () => sender.close(),
    async send(request, call, reads = readsByMethod(request.method)) {
      const sent = { ...headers, ...lowerCase(options.headers), ...lowerCase(call.headers) };
      const query = queryOf(options, request, call);
      learnSecretsOf([sent, query, request.body, rawContents(request)]);
      requireHeaders(sent);
      const url = requestUrl(serverHost, request.path, query);
      // Secrets must be known before the server can write them to its log.
      const reporting = secretsReported();
      if (reporting !== undefined) await reporting;
      const { milliseconds: timeout, endsAt, raise } = timeFor(call.timeout ?? options.timeout);
      const { method, body, rawBody } = request;
      const outgoing = { method, url, headers: sent, body, rawBody };
      const exchange = await sender.send({ ...outgoing, timeout, endsAt, raise, reads, signal: ended });
      // An unhandled rejection would end the process.
      if (ended?.aborted) return new Promise(() => undefined);
      // An interceptor may have added an authorization header.
      if (options.axios) learnSecretsOf(exchange.request.headers);
      call.onExchange?.(exchange);
      onExchange?.(exchange);
      if (exchange.response) return exchange.response;
      throw exchange.error as Error;
    },
  };
}

function queryOf(options: ClientOptions, request: ApiRequest, call: CallOptions) {
  return { ...options.query, ...request.query, ...call.query };
}

function givenTime(given: number = DEFAULTS.timeout): RequestTime {
  return { milliseconds: given };
}

function lowerCase(headers: Readonly<Record<string, string>> = {}): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), String(value)]));
}
