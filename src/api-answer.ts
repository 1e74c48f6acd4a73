import type { Json } from './json';

/** What a server answered, whatever its status. */
export interface ApiAnswer<Body = Json> {
  /** The parsed JSON, with a `bigint` for an integer beyond ±(2^53 − 1); the text as it came when it is not JSON; `''` when there is none. */
  readonly body: Body;
  /** The HTTP status, such as 200. */
  readonly status: number;
  /** Lower-case names; repeated headers joined with `, `. */
  readonly headers: Readonly<Record<string, string>>;
  /** From the first byte sent to the last byte received, in milliseconds. */
  readonly durationMs: number;
}
