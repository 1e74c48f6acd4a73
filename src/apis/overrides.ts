import { defined } from '../defined';
import type { ApiMethod, RawBody } from './api-definition';
import type { ApiRequest } from './api-request';

/** What is sent instead of what the API would send. */
export interface Overrides {
  readonly method?: ApiMethod | undefined;
  readonly rawBody?: RawBody | undefined;
}

/** The methods whose requests have no body of arguments. */
const WITHOUT_BODY: ReadonlySet<string> = new Set(['GET', 'HEAD', 'DELETE']);

/** Whether a request with this method has a body that is made of arguments. */
export function sendsArguments(method: string): boolean {
  return !WITHOUT_BODY.has(method);
}

/** Whether the overrides leave no place for a body that is made of arguments. */
export function replacesBody({ method = 'POST', rawBody }: Overrides): boolean {
  return rawBody !== undefined || !sendsArguments(method);
}

/** The request of a built-in API with another method or body. A raw body turns a request that reads into a POST. */
export function overridden(request: ApiRequest, overrides: Overrides): ApiRequest {
  const { rawBody } = overrides;
  const natural = rawBody !== undefined && !sendsArguments(request.method) ? 'POST' : request.method;
  const { method = natural } = overrides;
  const body = rawBody === undefined && sendsArguments(method) ? request.body : undefined;
  return { ...request, method, body, ...defined({ rawBody }) };
}
