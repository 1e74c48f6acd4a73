import type { AxiosInstance } from 'axios';
import type { ApiDefinitions, ApiMethod, RawBody } from '../apis/api-definition';

/** Options of `createClient`. */
export interface ClientOptions {
  /** The URL of the app server. A path prefix is kept. @default the server that scenarios use */
  readonly serverHost?: string;
  /** The path of `workflow` under `/workflows/v1`. @default '/start' */
  readonly workflowEndpoint?: string;
  /**
   * Limits one request as a whole, in milliseconds, from connecting to the last byte.
   * @default 30000, or slightly less than the time that Jest leaves to the test or hook
   */
  readonly timeout?: number;
  /** Headers that are sent with every request. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Query parameters that are sent with every request. */
  readonly query?: Readonly<Record<string, string>>;
  /** Your own APIs, in addition to the five built-in ones. */
  readonly apis?: ApiDefinitions;
  /** The path that `health()` requests. @default '/server/health' */
  readonly healthPath?: string;
  /** Your own axios instance, with your interceptors. All requests go through it. @default requests without axios */
  readonly axios?: AxiosInstance;
}

/** Options of one call; they override those of the client. */
export interface CallOptions {
  /** Limits the request as a whole, in milliseconds. @default the client's */
  readonly timeout?: number | undefined;
  /** Headers, merged by name over those of the client. */
  readonly headers?: Readonly<Record<string, string>> | undefined;
  /** Query parameters, merged by name over those of the client. */
  readonly query?: Readonly<Record<string, string>> | undefined;
  /** `workflow` only: the path under `/workflows/v1`. @default the client's `workflowEndpoint` */
  readonly endpoint?: string | undefined;
  /** The app's entry point. A workflow gets it as `?entrypoint=`, the other APIs as a field of the body. */
  readonly entrypoint?: string | undefined;
  /** Sends another method than the API's. A GET, HEAD or DELETE has no body. @default the API's method */
  readonly method?: ApiMethod | undefined;
  /**
   * A body that is sent as it is, instead of JSON made of the arguments. Its content type is `application/json`, unless
   * the headers name another.
   */
  readonly rawBody?: RawBody | undefined;
  /** Called with each HTTP exchange of the call, also failed ones. A workflow may make two: the vault's and its own. */
  readonly onExchange?: ExchangeListener | undefined;
}

/** Called with a request and its outcome once that is known. */
export type ExchangeListener = (exchange: Exchange) => void;

/** A request, as it was sent. */
export interface SentRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  /** The value that was sent as JSON, or the string that was sent as it is; absent if there was no body. */
  readonly body?: unknown;
  /** The size of a body that isn't text, in bytes; `body` is absent then. */
  readonly binarySize?: number;
}

/** A request and its outcome: a response, or the error that prevented one. */
export interface Exchange {
  readonly request: SentRequest;
  /** When the request started, in milliseconds since 1970. */
  readonly sentAt?: number;
  readonly response?: import('../api-response').ApiResponse;
  readonly error?: Error;
  /** With an error: how far the exchange got, if known. */
  readonly phase?: 'connecting' | 'waiting' | 'reading' | 'unknown';
  /** How many times it was sent, if more than once. */
  readonly attempts?: number;
}
