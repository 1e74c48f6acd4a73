import dns from 'node:dns';
import http from 'node:http';
import type { LookupFunction, Socket } from 'node:net';
import { performance } from 'node:perf_hooks';
// Not the globals: a test's fake timers would stop them.
import { clearTimeout, setTimeout } from 'node:timers';
import type { ResponseHeaders } from '../../api-response';
import { MAX_BYTES, type ReadText, readText } from '../body/read-text';
import { ExchangeFailure, type FailureKind, kindOfReason, type Phase } from './exchange-failure';
import { dropIdle, noteRequest } from './kept-connections';
import { displayUrl } from './request-url';
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
  /** Whether it only reads, so that it may be sent again. @default false */
  readonly reads?: boolean;
  /** Told each time that it is sent. */
  readonly onSent?: (() => void) | undefined;
  /** Told of an answer with more behind it than it announced: which request it was for. */
  readonly onSurplus?: SurplusListener | undefined;
}

/** Told of a server that sent more than its answer announced. */
export type SurplusListener = (request: string) => void;

/** What came back, whatever its status; a redirect is not followed. */
export interface HttpReply extends ReadText {
  readonly status: number;
  readonly statusText: string;
  readonly headers: ResponseHeaders;
}

/** Node's own 16 KiB are less than some servers send. */
const MAX_HEADER_BYTES = 1024 * 1024;

/**
 * Sends a request and reads its answer; rejects with an {@link ExchangeFailure}.
 *
 * A request that reads is sent again once, on a new connection, when one that was kept from an earlier request does not
 * work any more. A request that writes is never sent again.
 */
export async function exchangeOverHttp(request: HttpRequest): Promise<HttpReply> {
  const started = performance.now();
  try {
    return await attempt(request, request.timeout);
  } catch (error) {
    const failure = error as ExchangeFailure;
    if (request.reads !== true || !failure.isStaleConnection) throw failure;
    if (request.agent) dropIdle(request.agent);
    return attempt(request, request.timeout - (performance.now() - started));
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
      outgoing = start(request, {
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

/** Told of how far an attempt has come. */
interface Course {
  readonly connected: () => void;
  readonly responded: (incoming: http.IncomingMessage) => void;
  readonly failed: (reason: unknown) => void;
}

function start(request: HttpRequest, { connected, responded, failed }: Course): http.ClientRequest {
  const outgoing = open(request);
  const line = `${request.method} ${displayUrl(request.url)}`;
  let response: http.IncomingMessage | undefined;
  outgoing.on('socket', (socket) => {
    noteRequest(socket, line);
    onConnected(socket, connected);
  });
  outgoing.on('error', (reason: NodeJS.ErrnoException) => {
    if (!response?.complete) return failed(reason);
    // What comes behind a whole answer is no part of it; in one packet with it, Node makes an error of it.
    if (reason.code?.startsWith('HPE_')) request.onSurplus?.(line);
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

function open({ url, method, headers, agent }: HttpRequest): http.ClientRequest {
  const target = new URL(url);
  // `node:https` is loaded when it is needed: global setup waits for this file.
  const { request } = target.protocol === 'https:' ? (require('node:https') as typeof http) : http;
  return request(target, {
    method,
    headers,
    agent: agent ?? false,
    lookup,
    autoSelectFamily: true,
    maxHeaderSize: Math.max(http.maxHeaderSize, MAX_HEADER_BYTES),
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

/** A server may only do so when it was asked to. */
function switchedProtocols(): Error {
  return new Error('it answered 101 Switching Protocols, which was not asked for');
}

function onConnected(socket: Socket, connected: () => void): void {
  if (!socket.connecting) connected();
  else socket.once('encrypted' in socket ? 'secureConnect' : 'connect', connected);
}

function reply({ statusCode, statusMessage, headers }: http.IncomingMessage, body: ReadText): HttpReply {
  return { status: statusCode ?? 0, statusText: statusMessage ?? '', headers: receivedHeaders(headers), ...body };
}
