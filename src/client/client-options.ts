import type { AxiosInstance } from 'axios';
import type { ApiDefinitions } from '../apis/api-definition';

/** Options of `createClient`. */
export interface ClientOptions {
  /** The URL of the app server; a path prefix is kept. @default 'http://localhost:8000' */
  readonly serverHost?: string;
  /** The path of `workflow` under `/workflows/v1`. @default '/start' */
  readonly workflowEndpoint?: string;
  /**
   * The time limit of one whole request, from connecting to the last byte, in milliseconds.
   * @default 30000, or a little less than the time that Jest leaves for the test or hook
   */
  readonly timeout?: number;
  /** Headers to send with every request. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Query parameters to send with every request. */
  readonly query?: Readonly<Record<string, string>>;
  /** Your own APIs, in addition to the five built-in ones. */
  readonly apis?: ApiDefinitions;
  /** The path that `health()` requests. @default '/server/health' */
  readonly healthPath?: string;
  /** Your own axios instance, with your interceptors, to send requests with. */
  readonly axios?: AxiosInstance;
}

/** Options of one call; they override those of the client. */
export interface CallOptions {
  /** The time limit of the whole request, in milliseconds. @default the client's */
  readonly timeout?: number | undefined;
  /** Headers; they override those of the client by name. */
  readonly headers?: Readonly<Record<string, string>> | undefined;
  /** Query parameters; they override those of the client by name. */
  readonly query?: Readonly<Record<string, string>> | undefined;
  /** `workflow` only: the path under `/workflows/v1`, instead of `workflowEndpoint`. */
  readonly endpoint?: string | undefined;
  /** The app's entry point: `?entrypoint=` of a workflow, a field of the body for the other APIs. */
  readonly entrypoint?: string | undefined;
  /**
   * Called with each HTTP exchange of the call, including failed ones. A workflow may make two: the vault's and its own.
   */
  readonly onExchange?: ExchangeListener | undefined;
}

/** Called with a request and its response or error. */
export type ExchangeListener = (exchange: Exchange) => void;

/** A request, as it was sent. */
export interface SentRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  /** The value that was sent as JSON; absent if there was no body. */
  readonly body?: unknown;
}

/** A request, and its response or the error that prevented one. */
export interface Exchange {
  readonly request: SentRequest;
  /** When it was sent, in milliseconds since 1970. */
  readonly sentAt?: number;
  readonly response?: import('../api-response').ApiResponse;
  readonly error?: Error;
  /** With an error: how far the exchange got, if known. */
  readonly phase?: 'connecting' | 'waiting' | 'reading' | 'unknown';
  /** How many times it was sent, if more than once. */
  readonly attempts?: number;
}
