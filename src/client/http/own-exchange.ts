import { performance } from 'node:perf_hooks';
import type { ResponseHeaders } from '../../api-response';
import type { RawBody } from '../../apis/api-definition';
import { shownBody } from '../body/raw-body';
import { foreignFailure } from './foreign-adapter';
import type { LeanAdapter } from './lean-adapter';
import type { OutgoingRequest, Track } from './track';

/** The same as axios sends by default. */
const ACCEPT = 'application/json, text/plain, */*';
const JSON_TYPE = 'application/json';

/** The response, with its body as a string. */
export interface OwnReply {
  readonly status: number;
  readonly headers: ResponseHeaders;
  readonly text: string;
  readonly size: number;
}

/**
 * Sends a request without axios, and records it in `track`. There are no interceptors here, and what axios does around an
 * adapter takes as long as the exchange itself.
 */
export async function ownExchange(request: OutgoingRequest, text: RawBody | undefined, { lean, track }: Means) {
  const { url, timeout, endsAt = Infinity, signal, reads } = request;
  const sentAt = performance.now();
  const method = request.method.toUpperCase();
  const headers = ownHeaders(request.headers, text);
  try {
    const reply = await lean.exchange({
      method,
      url,
      headers,
      body: text,
      sharedSignal: signal,
      reads,
      timeout: Math.max(1, Math.min(timeout, endsAt - sentAt)),
      onSent: () => void (track.attempts += 1),
    });
    return (track.reply = reply) as OwnReply;
  } catch (error) {
    throw (track.failure = foreignFailure(error, 'unknown'));
  } finally {
    track.durationMs = Math.round((performance.now() - sentAt) * 100) / 100;
    track.sent = { method, url, headers, ...shownBody(request) };
  }
}

interface Means {
  readonly lean: LeanAdapter;
  readonly track: Track;
}

/** All headers that are sent, in axios' order. */
function ownHeaders(given: OutgoingRequest['headers'], text: RawBody | undefined): Record<string, string> {
  const headers: Record<string, string> = { accept: ACCEPT };
  if (text !== undefined) headers['content-type'] = JSON_TYPE;
  for (const name of Object.keys(given)) headers[name] = withoutOuterSpace(given[name] as string);
  headers['accept-encoding'] ??= 'gzip, deflate, br';
  headers['user-agent'] ??= 'jest-connector';
  if (text === undefined) delete headers['content-type'];
  else headers['content-length'] = String(Buffer.byteLength(text));
  return headers;
}

/** HTTP does not count outer white space as part of a value. */
function withoutOuterSpace(value: string): string {
  return /^[\t ]|[\t ]$/.test(value) ? value.replace(/^[\t ]+/, '').replace(/[\t ]+$/, '') : value;
}
