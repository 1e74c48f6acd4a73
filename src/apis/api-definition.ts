/** The method of a request. */
export type ApiMethod = 'GET' | 'HEAD' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** A body that is sent as it is: a string, or bytes such as a `Buffer`. */
export type RawBody = string | Uint8Array;

/** One API: how a request is built from a scenario's arguments. */
export interface ApiDefinition {
  readonly method: ApiMethod;
  /**
   * The path from the server's root, such as `/search` or `/items/{id}`; a name in braces is replaced by that argument.
   * The other arguments become the query of a GET, HEAD or DELETE request, or the JSON body of any other request.
   */
  readonly path: string;
  /**
   * Whether its requests only read, like a search by POST. A request that reads may use a kept-alive connection and is
   * resent once if that connection is reset, and a scenario's `eventually` may repeat it. A request that writes uses a new connection and is never sent twice.
   * @default true for GET and HEAD
   */
  readonly reads?: boolean;
  /**
   * A body that is sent as it is, instead of JSON made of the arguments, such as XML or JSON that is malformed on purpose. The
   * arguments that aren't part of the path become the query. Its content type is `application/json`, unless the headers
   * name another. A scenario's `rawBody` replaces it.
   */
  readonly rawBody?: string;
}

/** Your own APIs, by name. */
export type ApiDefinitions = Readonly<Record<string, ApiDefinition>>;
