import type { Json } from './json/json';

/** The headers of a response: lower-case names, repeated headers joined with `, `; `set-cookie` is always a list. */
export type ResponseHeaders = Readonly<Record<string, string>> & { readonly 'set-cookie'?: string[] };

/** An HTTP response, whatever its status. */
export interface ApiResponse<Body = Json> {
  /**
   * The parsed JSON, with a `bigint` for an integer beyond ±(2^53 − 1); for JSON lines (`application/x-ndjson` and
   * similar), a list of records. If the body isn't JSON, the decoded string. `''` if there is no body, or if the body
   * is binary by its content type, such as a zip or an image.
   */
  readonly body: Body;
  /** The HTTP status, such as 200. */
  readonly status: number;
  /** The headers: lower-case names, repeated headers joined with `, `; `set-cookie` is a list. */
  readonly headers: ResponseHeaders;
  /** The size of the decompressed body in bytes. */
  readonly size?: number;
  /** The time from the first byte sent to the last byte received, in milliseconds. */
  readonly durationMs: number;
}
