import type { AxiosStatic, InternalAxiosRequestConfig } from 'axios';
import type { ResponseHeaders } from '../../api-response';
import type { RawBody } from '../../apis/api-definition';
import type { SentRequest } from '../client-options';
import type { ExchangeFailure } from './exchange/exchange-failure';
import type { LeanAdapter } from './lean-adapter';

/** A request that is ready to be sent. */
export interface OutgoingRequest {
  readonly method: string;
  /** The absolute URL with its query. */
  readonly url: string;
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string>>;
  /** The value to send as JSON; `undefined` sends no body. */
  readonly body?: unknown;
  /** Sent as it is, instead of `body`. */
  readonly rawBody?: RawBody | undefined;
  /** The time limit for everything, in milliseconds. */
  readonly timeout: number;
  /** The latest time it may end, on the clock of `performance.now()`. */
  readonly endsAt?: number | undefined;
  /** The name of the setting to raise if it needs longer. */
  readonly raise?: string | undefined;
  /** Aborts the request, and all others of the test file. */
  readonly signal?: AbortSignal | undefined;
  /** Whether it only reads, so that it may use a kept-alive connection and be resent. */
  readonly reads: boolean;
}

/** What is needed to send a request with the user's axios instance. */
export interface Way {
  readonly axios: AxiosStatic;
  readonly instance: InstanceType<AxiosStatic['Axios']>;
  readonly lean: LeanAdapter;
}

/** What happened to a request on the wire; if an interceptor repeats it, to the last one. */
export interface Track {
  readonly request: OutgoingRequest;
  sent: SentRequest;
  reply?: {
    readonly status: number;
    readonly headers: ResponseHeaders;
    readonly text: string;
    readonly size: number | undefined;
  };
  failure?: ExchangeFailure;
  durationMs: number;
  /** How many times it was sent. */
  attempts: number;
  /** The adapter's config; it identifies our response among those of requests that an interceptor makes. */
  config?: InternalAxiosRequestConfig;
}
