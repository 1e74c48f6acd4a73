/**
 * Any value that a server sent. This is the package's only `any`: with `unknown`, every check function and every
 * hand-written test would need a cast.
 */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export type Json = any;

/** A plain value that JSON supports. */
export type JsonValue =
  string | number | bigint | boolean | null | readonly JsonValue[] | { readonly [key: string]: JsonValue };
