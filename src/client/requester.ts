import { DEFAULTS } from '../defaults';
import { learnSecretsOf, secretsReported } from '../redaction/process-redactor';
import type { ApiAnswer } from '../api-answer';
import type { ApiRequest } from '../apis/api-request';
import type { CallOptions, ClientOptions, ExchangeListener } from './client-options';
import { createSender } from './http';
import { requestUrl } from './request-url';
import { requireHeaders } from './require-headers';
import { splitServerHost } from './server-host';

/** Sends requests to one server, with what is said for all of them. */
export interface Requester {
  readonly serverHost: string;
  /** `reuse: false` sends it on a connection of its own, and never again. */
  send(request: ApiRequest, call: CallOptions, reuse?: boolean): Promise<ApiAnswer>;
  /** The URL of a request, to be asked for before another request is made for its sake. @throws ConnectorTestError INVALID_ARGS */
  requireUrl(request: ApiRequest, call: CallOptions): string;
  close(): void;
}

/** Makes a requester of a client's options, which must be valid. */
export function createRequester(options: ClientOptions, onExchange?: ExchangeListener): Requester {
  const { serverHost, headers } = splitServerHost(options.serverHost ?? DEFAULTS.serverHost);
  const sender = createSender({ axios: options.axios });
  const queryOf = (request: ApiRequest, call: CallOptions) => ({ ...options.query, ...request.query, ...call.query });
  const requireUrl: Requester['requireUrl'] = (request, call) =>
    requestUrl(serverHost, request.path, queryOf(request, call));
  return {
    serverHost,
    requireUrl,
    close: () => sender.close(),
    async send(request, call, reuse = true) {
      const sent = { ...headers, ...lowerCase(options.headers), ...lowerCase(call.headers) };
      learnSecretsOf([sent, queryOf(request, call), request.body]);
      requireHeaders(sent);
      const url = requireUrl(request, call);
      // Before the server can write it into its log.
      await secretsReported();
      const exchange = await sender.send({
        method: request.method,
        url,
        headers: sent,
        body: request.body,
        timeout: call.timeout ?? options.timeout ?? DEFAULTS.timeout,
        reuse,
      });
      // An interceptor may have added an authorization.
      if (options.axios) learnSecretsOf(exchange.request.headers);
      call.onExchange?.(exchange);
      onExchange?.(exchange);
      if (exchange.answer) return exchange.answer;
      throw exchange.error;
    },
  };
}

function lowerCase(headers: Readonly<Record<string, string>> = {}): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), String(value)]));
}
