import { type Preflight, readPreflightBody } from '../../src/apis/preflight/preflight-response';
import { isApiResponse } from '../shared/subject';

/** The preflight in a response or its body; `undefined` if the response is from another API, or an error. */
export function readPreflight(received: unknown): Preflight | undefined {
  return isApiResponse(received) ? readPreflightBody(received.body, received.status) : readPreflightBody(received);
}
