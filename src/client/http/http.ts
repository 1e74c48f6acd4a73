import { performance } from 'node:perf_hooks';
import type { AxiosInstance, AxiosRequestConfig, AxiosStatic } from 'axios';
import type { RawBody } from '../../apis/api-definition';
import { withDeadline } from '../../deadline';
import { ConnectorTestError } from '../../errors';
import { jsonText } from '../../json/exact-json';
import type { Json } from '../../json/json';
import { shownBody } from '../body/raw-body';
import { responseBody } from '../body/response-body';
import type { Exchange } from '../client-options';
import { ExchangeFailure } from './exchange/exchange-failure';
import type { SurplusListener } from './exchange/exchange-over-http';
import { onAbort } from './exchange/on-abort';
import { concludeError, concludeResponse, responseOf } from './exchange-outcome';
import { createLeanAdapter, type LeanAdapter } from './lean-adapter';
import { ownExchange } from './own-exchange';
import type { OutgoingRequest, Track, Way } from './track';
import { trackedAdapter } from './tracked-adapter';
import { requestLine } from './transport-error';

/** Sends requests. `send` never rejects: an error is part of the exchange. */
export interface Sender {
  send(request: OutgoingRequest): Promise<Exchange>;
  /** Closes idle connections. */
  close(): void;
}

/** Options of a sender. */
export interface SenderOptions {
  /** The user's axios instance. */
  readonly axios?: AxiosInstance | undefined;
  readonly onSurplus?: SurplusListener | undefined;
}

/** Creates a sender with its own connections. It uses the user's axios instance, or no axios at all. */
export function createSender({ axios: given, onSurplus }: SenderOptions = {}): Sender {
  const lean = createLeanAdapter(onSurplus);
  let way: Way | undefined;
  return {
    close: () => lean.close(),
    send: (request) =>
      send(request, (track) =>
        given ? dispatch(request, (way ??= theirWay(given, lean)), track) : dispatchOwn(request, lean, track),
      ),
  };
}

function theirWay(instance: AxiosInstance, lean: LeanAdapter): Way {
  return { axios: require('axios') as AxiosStatic, instance, lean };
}

async function send(request: OutgoingRequest, responseTo: (track: Track) => Promise<unknown>): Promise<Exchange> {
  const { method, url, headers } = request;
  const track: Track = {
    request,
    sent: { method, url, headers, ...shownBody(request) },
    durationMs: 0,
    attempts: 0,
  };
  // A user's fake timers must not stop our clock.
  const sentAt = performance.timeOrigin + performance.now();
  try {
    const value = await responseTo(track);
    return { request: track.sent, sentAt, response: concludeResponse(value, track), ...repeated(track) };
  } catch (error) {
    const response = track.failure ? undefined : responseOf(error, track);
    if (response)
      return { request: track.sent, sentAt, response: concludeResponse(response, track), ...repeated(track) };
    const { sent, failure } = track;
    const phase = failure && { phase: failure.phase };
    return { request: sent, sentAt, error: concludeError(error, track), ...phase, ...repeated(track) };
  }
}

function repeated({ attempts }: Track): Pick<Exchange, 'attempts'> {
  return attempts > 1 ? { attempts } : {};
}

function dispatchOwn(request: OutgoingRequest, lean: LeanAdapter, track: Track): Promise<unknown> {
  return ownExchange(request, bodyText(request), { lean, track }).then(({ status, headers, text }) => ({
    status,
    headers,
    data: parsed(text, track),
    config: undefined,
  }));
}

async function dispatch(request: OutgoingRequest, way: Way, track: Track): Promise<unknown> {
  // Rejected before an interceptor sees it.
  bodyText(request);
  const abort = new AbortController();
  const config = { ...theirConfig(request, way, track), signal: abort.signal };
  const onEnd = (): void => abort.abort();
  const forget = request.signal && onAbort(request.signal, onEnd);
  const aborted = new Promise<never>((_resolve, reject) => {
    abort.signal.addEventListener('abort', () => reject((track.failure ??= new ExchangeFailure('aborted', 'unknown'))));
  });
  try {
    // Interceptors may hang, and their adapter may have no total timeout; our own timeout comes first if possible.
    const responded = Promise.race([way.instance.request(config), aborted]);
    return await withDeadline(responded, request.timeout + 50, () => {
      track.failure ??= new ExchangeFailure('timeout', 'unknown');
      abort.abort();
      return track.failure;
    });
  } finally {
    forget?.();
  }
}

function theirConfig(request: OutgoingRequest, way: Way, track: Track): AxiosRequestConfig {
  const { method, url, headers, body, rawBody, timeout } = request;
  const data = rawBody ?? body;
  return {
    method,
    url,
    timeout,
    headers: data === undefined ? { ...headers } : { 'content-type': 'application/json', ...headers },
    // Interceptors see values, not JSON.
    data,
    transformRequest: [(changed: unknown) => (changed === rawBody ? changed : serialised(changed, body))],
    transformResponse: [(received: unknown) => parsed(received, track)],
    adapter: trackedAdapter(way, track),
    baseURL: '',
    allowAbsoluteUrls: true,
    responseType: 'text',
    maxRedirects: 0,
    proxy: way.instance.defaults.proxy ?? false,
  };
}

function bodyText(request: OutgoingRequest): RawBody | undefined {
  if (request.rawBody !== undefined) return request.rawBody;
  try {
    return jsonText(request.body);
  } catch (error) {
    throw new ConnectorTestError('INVALID_ARGS', {
      what: `Invalid body for ${requestLine(request)}: it can't be converted to JSON; nothing was sent.`,
      why: (error as Error).message.split('\n')[0],
      fix: 'use only strings, numbers, booleans, null, and arrays and objects of these.',
    });
  }
}

/** JSON, unless an interceptor has converted the body to a string, bytes or a form. */
function serialised(data: unknown, body: unknown): unknown {
  if (data === undefined) return undefined;
  const tag = Object.prototype.toString.call(data);
  return data === body || tag === '[object Object]' || Array.isArray(data) ? jsonText(data) : data;
}

function parsed(data: unknown, track: Track): Json {
  if (typeof data !== 'string') return data ?? '';
  try {
    return responseBody(data, track.reply?.headers['content-type']);
  } catch (reason) {
    track.failure = new ExchangeFailure('invalid-json', 'reading', reason);
    throw track.failure;
  }
}
