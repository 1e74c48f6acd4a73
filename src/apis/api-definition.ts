/** One API: how a request is built from a scenario's arguments. */
export interface ApiDefinition {
  readonly method: 'GET' | 'HEAD' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
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
}

/** Your own APIs, by name. */
export type ApiDefinitions = Readonly<Record<string, ApiDefinition>>;
