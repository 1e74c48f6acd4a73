import type { Json } from './json/json';

/** The headers of a response: lower-case names, repeated headers joined with `, `; `set-cookie` is always a list. */
export type ResponseHeaders = Readonly<Record<string, string>> & { readonly 'set-cookie'?: string[] };

/** What a server answered, whatever its status. */
export interface ApiResponse<Body = Json> {
  /**
   * The parsed JSON, with a `bigint` for an integer beyond ±(2^53 − 1) (a list of records under `application/x-ndjson` and its like); the decoded text when it is not JSON;
   * `''` when there is none, or when it is not text by its content type, such as a zip or an image.
   */
  readonly body: Body;
  /** The HTTP status, such as 200. */
  readonly status: number;
  /** Lower-case names; repeated headers joined with `, `, but `set-cookie` is a list. */
  readonly headers: ResponseHeaders;
  /** The size of the decompressed body in bytes. */
  readonly size?: number;
  /** From the first byte sent to the last byte received, in milliseconds. */
  readonly durationMs: number;
}
