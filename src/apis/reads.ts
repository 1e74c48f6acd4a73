import type { ApiDefinition } from './api-definition';
import { type ApiRow, APIS, isBuiltInApi } from './apis';

/** A request that may only read. */
export interface SentAs {
  readonly api: string;
  readonly method: string;
  /** The definition of a custom API. */
  readonly definition?: ApiDefinition | undefined;
}

/** Whether a request only reads, so that it may be sent twice. */
export function reads({ api, method, definition }: SentAs): boolean {
  const row = isBuiltInApi(api) ? (APIS[api] as ApiRow) : undefined;
  return definition?.reads ?? row?.reads ?? readsByMethod(method);
}

/** Whether a method only reads, according to HTTP. */
export function readsByMethod(method: string): boolean {
  return method === 'GET' || method === 'HEAD';
}
