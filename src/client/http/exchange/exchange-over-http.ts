import dns from 'node:dns';
import http from 'node:http';
import type { LookupFunction, Socket } from 'node:net';
import { performance } from 'node:perf_hooks';
// Not the global timers, which a test's fake timers would stop.
import { clearTimeout, setTimeout } from 'node:timers';
import type { ResponseHeaders } from '../../../api-response';
import { MAX_BYTES, type ReadText, readText } from '../../body/read-text';
import { receivedHeaders } from '../response-headers';
import { requestLine } from '../transport-error';
import { ExchangeFailure, type FailureKind, kindOfReason, type Phase } from './exchange-failure';
import { dropIdle, noteRequest } from './kept-connections';
import { onAbort } from './on-abort';
import { requestTarget } from './request-target';

/** One request over `node:http` or `node:https`. */
export interface HttpRequest {
  readonly method: string;
  /** An absolute URL. */
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array | undefined;
  /** The time limit for everything: connecting, head, body and the resend; in milliseconds. */
  readonly timeout: number;
  /** The size limit of the body, before and after decompression. @default 200 MiB */
  readonly maxBytes?: number | undefined;
  /** Aborts the request. */
  readonly signal?: AbortSignal | undefined;
  /** The same for a signal that outlives many requests; it keeps one listener for all of them. */
  readonly sharedSignal?: AbortSignal | undefined;
  /** Whether it only reads, so that it may be resent. @default false */
  readonly reads?: boolean;
  /** Called each time the request is sent. */
  readonly onSent?: (() => void) | undefined;
}

/** How a request is connected. */
export interface Connection {
  /** The agent whose connections to use; without one, a new connection is used and closed afterwards. */
  readonly agent?: http.Agent | undefined;
  /** Called if the server sends more than the response announced. */
  readonly onSurplus?: SurplusListener | undefined;
}

/** Called with the request after whose response the server sent more than announced. */
export type SurplusListener = (request: string) => void;

/** The response, whatever its status; redirects are not followed. */
export interface HttpReply extends ReadText {
  readonly status: number;
  readonly statusText: string;
  readonly headers: ResponseHeaders;
}

/** Some servers send more than Node's default of 16 KiB. */
const MAX_HEADER_BYTES = 1024 * 1024;

/**
 * Sends a request and reads its response; rejects with an {@link ExchangeFailure}.
 *
 * A request that reads is resent once, on a new connection, if a connection kept from an earlier request no longer
 * works. A request that writes is never resent.
 */
export function exchangeOverHttp(request: HttpRequest, connection: Connection = {}): Promise<HttpReply> {
  const started = performance.now();
  return attempt(request, request.timeout, connection).catch((error: unknown) => {
    const failure = error as ExchangeFailure;
    if (request.reads !== true || !failure.isStaleConnection) throw failure;
    if (connection.agent) dropIdle(connection.agent);
    return attempt(request, request.timeout - (performance.now() - started), connection);
  });
}

function attempt(request: HttpRequest, milliseconds: number, connection: Connection): Promise<HttpReply> {
  return new Promise((resolve, reject) => {
    let phase: Phase = 'connecting';
    let outgoing: http.ClientRequest | undefined;
    const timer = setTimeout(() => fail('timeout'), milliseconds);
    const { signal, sharedSignal } = request;
    const abort = () => fail('aborted');
    const settle = () => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', abort);
      forget?.();
    };
    const fail = (kind: FailureKind, reason?: unknown) => {
      settle();
      reject(new ExchangeFailure(kind, phase, reason, outgoing?.reusedSocket));
      outgoing?.destroy();
    };

    const forget = sharedSignal && onAbort(sharedSignal, abort);
    if (signal?.aborted || sharedSignal?.aborted) return abort();
    signal?.addEventListener('abort', abort);
    try {
      outgoing = start(request, connection, {
        connected: () => (phase = 'waiting'),
        failed: (reason) => fail('failed', reason),
        responded: (incoming) => {
          phase = 'reading';
          readText(incoming, request.maxBytes ?? MAX_BYTES).then(
            (body) => {
              settle();
              resolve(reply(incoming, body));
            },
            (reason: unknown) => fail(kindOfReason(reason), reason),
          );
        },
      });
    } catch (reason) {
      fail('failed', reason);
    }
  });
}

/** Called as an attempt progresses. */
interface Course {
  readonly connected: () => void;
  readonly responded: (incoming: http.IncomingMessage) => void;
  readonly failed: (reason: unknown) => void;
}

function start(
  request: HttpRequest,
  { agent, onSurplus }: Connection,
  { connected, responded, failed }: Course,
): http.ClientRequest {
  const outgoing = open(request, agent);
  let response: http.IncomingMessage | undefined;
  outgoing.on('socket', (socket) => {
    noteRequest(socket, request);
    onConnected(socket, connected);
  });
  outgoing.on('error', (reason: NodeJS.ErrnoException) => {
    if (!response?.complete) return failed(reason);
    // Data after a complete response isn't part of it; if it is in the same packet, Node reports an error.
    if (reason.code?.startsWith('HPE_')) onSurplus?.(requestLine(request));
  });
  outgoing.on('upgrade', (_incoming, socket) => {
    socket.destroy();
    failed(switchedProtocols());
  });
  outgoing.on('response', (incoming) => {
    if (incoming.statusCode === 101) return failed(switchedProtocols());
    responded((response = incoming));
  });
  request.onSent?.();
  outgoing.end(request.body);
  return outgoing;
}

function open(request: HttpRequest, agent: http.Agent | undefined): http.ClientRequest {
  const { protocol, isPlain, host, port, path } = requestTarget(request.url);
  const options = {
    method: request.method,
    // Not a list, which Node sends in less time: nock refuses it, and agents of proxies lose it.
    headers: request.headers,
    agent: agent ?? false,
    lookup,
    autoSelectFamily: true,
    maxHeaderSize: Math.max(http.maxHeaderSize, MAX_HEADER_BYTES),
  };
  // Agents and mocks of a user may read any of these.
  if (isPlain) return http.request({ ...options, protocol, hostname: host, host, port, path });
  // `node:https` is loaded on demand, because global setup waits for this file.
  const { request: send } = protocol === 'https:' ? (require('node:https') as typeof http) : http;
  return send(new URL(request.url), options);
}

/** On many machines `localhost` is only 127.0.0.1, but a server may listen on ::1. */
const lookup: LookupFunction = (hostname, options, callback) => {
  if (hostname !== 'localhost' || !options.all) return dns.lookup(hostname, options, callback);
  callback(null, [
    { address: '127.0.0.1', family: 4 },
    { address: '::1', family: 6 },
  ]);
};

/** A server may switch protocols only if the request has an `upgrade` header. */
function switchedProtocols(): Error {
  return new Error('the server returned 101 Switching Protocols, which the request did not ask for');
}

function onConnected(socket: Socket, connected: () => void): void {
  if (!socket.connecting) connected();
  else socket.once('encrypted' in socket ? 'secureConnect' : 'connect', connected);
}

function reply({ statusCode, statusMessage, headers }: http.IncomingMessage, body: ReadText): HttpReply {
  return { status: statusCode ?? 0, statusText: statusMessage ?? '', headers: receivedHeaders(headers), ...body };
}
