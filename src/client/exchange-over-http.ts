import dns from 'node:dns';
import http from 'node:http';
import type { LookupFunction, Socket } from 'node:net';
import { performance } from 'node:perf_hooks';
// Not the globals: a test's fake timers would stop them.
import { clearTimeout, setTimeout } from 'node:timers';
import type { ResponseHeaders } from '../api-answer';
import { ExchangeFailure, type FailureKind, kindOfReason, type Phase } from './exchange-failure';
import { MAX_BYTES, type ReadText, readText } from './read-text';
import { receivedHeaders } from './response-headers';

/** One request over `node:http` or `node:https`. */
export interface HttpRequest {
  readonly method: string;
  /** Absolute. */
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array | undefined;
  /** Bounds everything: connecting, head and body, and the retry; in milliseconds. */
  readonly timeout: number;
  /** Bounds the body, before and after decompression. @default 200 MiB */
  readonly maxBytes?: number | undefined;
  /** Whose connections to use; none: a connection of its own, closed afterwards. */
  readonly agent?: http.Agent | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** What came back, whatever its status; a redirect is not followed. */
export interface HttpReply extends ReadText {
  readonly status: number;
  readonly statusText: string;
  readonly headers: ResponseHeaders;
}

/**
 * Sends a request and reads its answer; rejects with an {@link ExchangeFailure}.
 *
 * A reset on a connection that was kept from an earlier request is retried once, on a new one.
 */
export async function exchangeOverHttp(request: HttpRequest): Promise<HttpReply> {
  const started = performance.now();
  try {
    return await attempt(request, request.timeout);
  } catch (error) {
    const failure = error as ExchangeFailure;
    if (!failure.isStaleConnection) throw failure;
    return attempt({ ...request, agent: undefined }, request.timeout - (performance.now() - started));
  }
}

function attempt(request: HttpRequest, milliseconds: number): Promise<HttpReply> {
  return new Promise((resolve, reject) => {
    let phase: Phase = 'connecting';
    let outgoing: http.ClientRequest | undefined;
    const timer = setTimeout(() => fail('timeout'), milliseconds);
    const onAbort = () => fail('aborted');
    const settle = () => {
      clearTimeout(timer);
      request.signal?.removeEventListener('abort', onAbort);
    };
    const fail = (kind: FailureKind, reason?: unknown) => {
      settle();
      reject(new ExchangeFailure(kind, phase, reason, outgoing?.reusedSocket));
      outgoing?.destroy();
    };

    if (request.signal?.aborted) return fail('aborted');
    request.signal?.addEventListener('abort', onAbort);
    try {
      outgoing = open(request);
    } catch (reason) {
      return fail('failed', reason);
    }
    outgoing.on('socket', (socket) => onConnected(socket, () => (phase = 'waiting')));
    outgoing.on('error', (reason) => fail('failed', reason));
    outgoing.on('response', (incoming) => {
      phase = 'reading';
      readText(incoming, request.maxBytes ?? MAX_BYTES).then(
        (body) => {
          settle();
          resolve(reply(incoming, body));
        },
        (reason: unknown) => fail(kindOfReason(reason), reason),
      );
    });
    outgoing.end(request.body);
  });
}

function open({ url, method, headers, agent = undefined }: HttpRequest): http.ClientRequest {
  const target = new URL(url);
  // `node:https` is loaded when it is needed: global setup waits for this file.
  const { request } = target.protocol === 'https:' ? (require('node:https') as typeof http) : http;
  return request(target, {
    method,
    headers,
    agent: agent ?? false,
    lookup,
    autoSelectFamily: true,
  } as http.RequestOptions);
}

/** Many machines' `localhost` is 127.0.0.1 alone; a server on ::1 is local too. */
const lookup: LookupFunction = (hostname, options, callback) => {
  if (hostname !== 'localhost' || !options.all) return dns.lookup(hostname, options, callback);
  callback(null, [
    { address: '127.0.0.1', family: 4 },
    { address: '::1', family: 6 },
  ]);
};

function onConnected(socket: Socket, connected: () => void): void {
  if (!socket.connecting) connected();
  else socket.once('encrypted' in socket ? 'secureConnect' : 'connect', connected);
}

function reply({ statusCode, statusMessage, headers }: http.IncomingMessage, body: ReadText): HttpReply {
  return { status: statusCode ?? 0, statusText: statusMessage ?? '', headers: receivedHeaders(headers), ...body };
}
