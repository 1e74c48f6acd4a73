/**
 * Whatever a server sent. The one `any` of the package: `unknown` would make every check function and every
 * hand-written test start with a cast.
 */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export type Json = any;

/** A plain value that JSON can carry. */
export type JsonValue =
  string | number | bigint | boolean | null | readonly JsonValue[] | { readonly [key: string]: JsonValue };
