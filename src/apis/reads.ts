import type { ApiDefinition } from './api-definition';
import { APIS, isBuiltInApi } from './apis';

/** One row of either table. */
type Row = Pick<ApiDefinition, 'reads'> & { readonly method: unknown };

/** A request that may only read. */
export interface SentAs {
  readonly api: string;
  readonly method: string;
  /** The definition of a custom API. */
  readonly definition?: ApiDefinition | undefined;
}

/** Whether a request only reads, so that it may be sent twice. */
export function reads({ api, method, definition }: SentAs): boolean {
  const row: Row | undefined = isBuiltInApi(api) ? APIS[api] : definition;
  // A scenario may send another method, which need not only read.
  return (row?.method === method ? row.reads : undefined) ?? readsByMethod(method);
}

/** Whether a method only reads, according to HTTP. */
export function readsByMethod(method: string): boolean {
  return method === 'GET' || method === 'HEAD';
}
