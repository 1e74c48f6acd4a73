import { performance } from 'node:perf_hooks';
import type { AxiosAdapter, AxiosResponse, AxiosStatic, InternalAxiosRequestConfig } from 'axios';
import { parseJson } from '../../json/exact-json';
import { shownBody } from '../body/raw-body';
import type { SentRequest } from '../client-options';
import { type ExchangeFailure, isExchangeFailure } from './exchange/exchange-failure';
import { responseOf } from './exchange-outcome';
import { foreignAdapter, foreignFailure } from './foreign-adapter';
import { plainHeaders, type SizedResponse } from './lean-adapter';
import { responseHeaders } from './response-headers';
import type { Track, Way } from './track';
import { causeText } from './transport-error';

/** The adapter below the interceptors: the user's if their instance has one, else ours. It records what it does. */
export function trackedAdapter({ axios, instance, lean }: Way, track: Track): AxiosAdapter {
  const own = ownAdapterOf(axios, instance);
  const { reads, timeout, endsAt = Infinity } = track.request;
  const onSent = (): void => void (track.attempts += 1);
  // Not the instance's `getUri`, which would add default parameters again that an interceptor removed.
  const getUri = (config: InternalAxiosRequestConfig) => axios.getUri(config);
  const started = performance.now();

  return async (config) => {
    const sentAt = performance.now();
    delete track.failure;
    delete track.reply;
    track.config = config;
    config.timeout = Math.max(1, Math.min(timeout - (sentAt - started), endsAt - sentAt));
    try {
      if (own) onSent();
      const response: AxiosResponse = await (own ? own(config) : lean.send(config, { reads, getUri, onSent }));
      note(response, track);
      if (config.validateStatus?.(response.status) ?? true) return response;
      throw statusError(axios, response);
    } catch (error) {
      const response = responseOf(error, track);
      if (response) note(response, track);
      // What ended it, such as our own timeout, is the failure, not what the adapter makes of it.
      else track.failure ??= foreignFailure(error, 'unknown');
      throw track.failure && (!own || isExchangeFailure(error)) ? connectionError(axios, track.failure, config) : error;
    } finally {
      track.durationMs = Math.round((performance.now() - sentAt) * 100) / 100;
      const { rawBody } = track.request;
      const isRaw = rawBody !== undefined && config.data === rawBody;
      const shown = shownBody(isRaw ? { rawBody } : { body: jsonOrText(config.data) });
      track.sent = { ...sentRequest(config, getUri), ...shown };
    }
  };
}

/** By default, the adapter is a list of names that starts with the browser's. */
function ownAdapterOf(axios: AxiosStatic, { defaults: { adapter } }: Way['instance']): AxiosAdapter | undefined {
  if (adapter === undefined || (Array.isArray(adapter) && adapter[0] === 'xhr')) return undefined;
  const own = axios.getAdapter(adapter);
  return foreignAdapter(own, { unpacks: own !== axios.getAdapter('http') });
}

function note({ status, headers, data, size }: AxiosResponse & Partial<SizedResponse>, track: Track): void {
  const isText = typeof data === 'string';
  const bytes = size ?? (isText ? Buffer.byteLength(data) : undefined);
  track.reply = { status, headers: responseHeaders(headers), text: isText ? data : '', size: bytes };
}

/** The request as it was really sent, with what the interceptors and the adapter added. */
function sentRequest(
  config: InternalAxiosRequestConfig,
  getUri: (config: InternalAxiosRequestConfig) => string,
): SentRequest {
  const url = config.params === undefined ? String(config.url) : getUri(config);
  return { method: String(config.method).toUpperCase(), url, headers: plainHeaders(config.headers) };
}

function jsonOrText(data: unknown): unknown {
  if (data === undefined) return undefined;
  try {
    return parseJson(String(data));
  } catch {
    return String(data);
  }
}

/** An error like axios' own, which interceptors expect. */
function statusError({ AxiosError }: AxiosStatic, response: AxiosResponse): Error {
  const code = response.status < 500 ? 'ERR_BAD_REQUEST' : 'ERR_BAD_RESPONSE';
  return new AxiosError(
    `Request failed with status code ${response.status}`,
    code,
    response.config,
    undefined,
    response,
  );
}

function connectionError(
  { AxiosError }: AxiosStatic,
  failure: ExchangeFailure,
  config: InternalAxiosRequestConfig,
): Error {
  const reasonCode = (failure.reason as { code?: string } | undefined)?.code;
  const code = failure.kind === 'timeout' ? 'ECONNABORTED' : (reasonCode ?? 'ERR_NETWORK');
  return new AxiosError(
    failure.kind === 'failed' || failure.kind === 'unreadable' ? causeText(failure.reason) : failure.kind,
    code,
    config,
  );
}
