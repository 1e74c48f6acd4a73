/** The server's prefix of the handler API. */
export const API_PREFIX = '/workflows/v1';

/** A query; arrays repeat the name, objects become JSON, `null` and `undefined` are left out. */
export type Query = Readonly<Record<string, unknown>>;

/** One request, before the server's address is known. */
export interface ApiRequest {
  readonly method: string;
  /** From the server's root; may carry a query of its own. */
  readonly path: string;
  readonly query?: Query | undefined;
  /** The value to send as JSON; `undefined` sends none. */
  readonly body?: unknown;
}

/** What a request is made of. */
export interface ApiCall {
  readonly args: unknown;
  /** `workflow` only: the path under `/workflows/v1`. */
  readonly endpoint?: string | undefined;
  readonly entrypoint?: string | undefined;
}
