import type { ApiDefinition } from './api-definition';
import { type ApiRow, APIS, isBuiltInApi } from './apis';

/** A request of which it is asked whether it only reads. */
export interface SentAs {
  readonly api: string;
  readonly method: string;
  /** The row of an API of one's own. */
  readonly definition?: ApiDefinition | undefined;
}

/** Whether a request only reads, so that the server may get it twice. */
export function reads({ api, method, definition }: SentAs): boolean {
  const row = isBuiltInApi(api) ? (APIS[api] as ApiRow) : undefined;
  return definition?.reads ?? row?.reads ?? readsByMethod(method);
}

/** Whether HTTP says that a request only reads. */
export function readsByMethod(method: string): boolean {
  return method === 'GET' || method === 'HEAD';
}
