import type { ApiMethod, RawBody } from '../../apis/api-definition';
import type { Json } from '../../json/json';
import type { Lazy } from '../../lazy';

/** Fields for requests that an app must refuse. */
export interface RequestFields {
  /**
   * Sends another method than the API's. A GET, HEAD or DELETE has no body of arguments. @default the API's method
   */
  readonly method?: ApiMethod;
  /**
   * A body that is sent as it is, instead of JSON made of the arguments: a string, bytes, or a lazy. Use it for malformed
   * JSON, or for another format. Its content type is `application/json`, unless `headers` name another.
   */
  readonly rawBody?: RawBody | Lazy<RawBody>;
  /**
   * Changes the request's arguments just before they are sent, wherever they come from: `args`, parts, the block or the
   * environment. It receives the arguments and returns what is sent. It may be async.
   */
  readonly changeArgs?: (args: Json) => unknown;
  /**
   * Whether the scenario fails if a response contains a secret that its requests sent. @default the block's
   * `forbidSecretsInResponses`
   */
  readonly forbidSecretsInResponses?: boolean;
  /**
   * `workflow` only: whether the scenario fails if its request starts a workflow. The workflow is stopped at once, and
   * named. Use it where the app must refuse the request. @default false
   */
  readonly mustNotStart?: boolean;
}
