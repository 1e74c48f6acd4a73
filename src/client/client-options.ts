import type { AxiosInstance } from 'axios';
import type { ApiDefinitions } from '../apis/api-definition';

/** Options of `createClient`. */
export interface ClientOptions {
  /** Where the app server listens; a path prefix is kept. @default 'http://localhost:8000' */
  readonly serverHost?: string;
  /** The path of `workflow` under `/workflows/v1`. @default '/start' */
  readonly workflowEndpoint?: string;
  /**
   * Bounds one request as a whole, from connecting to the last byte, in milliseconds.
   * @default 30000, or a little less than what Jest leaves to the test or hook
   */
  readonly timeout?: number;
  /** Sent with every request. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent with every request. */
  readonly query?: Readonly<Record<string, string>>;
  /** APIs beside the five. */
  readonly apis?: ApiDefinitions;
  /** What `health()` asks for. @default '/server/health' */
  readonly healthPath?: string;
  /** An axios instance of your own, with your interceptors, to send through. */
  readonly axios?: AxiosInstance;
}

/** Options of one call, over those of the client. */
export interface CallOptions {
  /** Bounds the request as a whole, in milliseconds. @default the client's */
  readonly timeout?: number | undefined;
  /** Over those of the client, by name. */
  readonly headers?: Readonly<Record<string, string>> | undefined;
  /** Over that of the client, by name. */
  readonly query?: Readonly<Record<string, string>> | undefined;
  /** `workflow` only: the path under `/workflows/v1`, instead of `workflowEndpoint`. */
  readonly endpoint?: string | undefined;
  /** The app's entry point: `?entrypoint=` of a workflow, a field of the body for the other APIs. */
  readonly entrypoint?: string | undefined;
  /** Told of each HTTP exchange that the call made (a workflow may make two: the vault's and its own), failed ones too. */
  readonly onExchange?: ExchangeListener | undefined;
}

/** Told of a request and what came of it, when that is known. */
export type ExchangeListener = (exchange: Exchange) => void;

/** A request as it was sent. */
export interface SentRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  /** The value that was sent as JSON; absent when there was no body. */
  readonly body?: unknown;
}

/** A request and what came of it: an answer, or the error that kept it from coming. */
export interface Exchange {
  readonly request: SentRequest;
  /** When it was begun, in milliseconds since 1970. */
  readonly sentAt?: number;
  readonly response?: import('../api-response').ApiResponse;
  readonly error?: Error;
  /** With an error, as far as it is known: how far the exchange had come. */
  readonly phase?: 'connecting' | 'waiting' | 'reading' | 'unknown';
  /** How often it was sent, when that was more than once. */
  readonly attempts?: number;
}
