import type { RawBody } from './api-definition';

/** The path prefix of the handler API. */
export const API_PREFIX = '/workflows/v1';

/** Query parameters: an array repeats the name, an object becomes JSON, `null` and `undefined` are left out. */
export type Query = Readonly<Record<string, unknown>>;

/** One request, without the server's address. */
export interface ApiRequest {
  readonly method: string;
  /** The path from the server's root; may include a query. */
  readonly path: string;
  readonly query?: Query | undefined;
  /** The value to send as JSON; `undefined` sends none. */
  readonly body?: unknown;
  /** Sent as it is, instead of `body`. */
  readonly rawBody?: RawBody | undefined;
}

/** What a request is built from. */
export interface ApiCall {
  readonly args: unknown;
  /** `workflow` only: the path under `/workflows/v1`. */
  readonly endpoint?: string | undefined;
  readonly entrypoint?: string | undefined;
}
