import type { AxiosStatic, InternalAxiosRequestConfig } from 'axios';
import type { ResponseHeaders } from '../../api-response';
import type { SentRequest } from '../client-options';
import type { ExchangeFailure } from './exchange-failure';
import type { LeanAdapter } from './lean-adapter';

/** A request, ready to go. */
export interface OutgoingRequest {
  readonly method: string;
  /** Absolute, with its query. */
  readonly url: string;
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string>>;
  /** Sent as JSON; `undefined` sends none. */
  readonly body?: unknown;
  /** Bounds everything, in milliseconds. */
  readonly timeout: number;
  /** When it ends at the latest, by `performance.now()`. */
  readonly endsAt?: number | undefined;
  /** What to raise if it needs longer. */
  readonly raise?: string | undefined;
  /** Ends it. */
  readonly signal?: AbortSignal | undefined;
  /** Whether it only reads: then a kept connection may serve it, and it may be sent again. */
  readonly reads: boolean;
}

/** How a request is sent through an axios instance of the user's. */
export interface Way {
  readonly axios: AxiosStatic;
  readonly instance: InstanceType<AxiosStatic['Axios']>;
  readonly lean: LeanAdapter;
}

/** What became of a request on the wire: of the last one, if an interceptor repeats it. */
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
  /** How often it was sent. */
  attempts: number;
  /** What the adapter was given; it tells our answer from those of requests that an interceptor makes for itself. */
  config?: InternalAxiosRequestConfig;
}
