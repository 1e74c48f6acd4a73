/** One API: how its request is made from a scenario's arguments. */
export interface ApiDefinition {
  readonly method: 'GET' | 'HEAD' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /**
   * From the server's root, such as `/search` or `/items/{id}`; a name in braces is taken out of the arguments.
   * The other arguments become the query of a GET, HEAD or DELETE, the JSON body of the others.
   */
  readonly path: string;
  /**
   * Whether its requests only read, as a search by POST does. One that reads may use a kept connection, and is sent again
   * once when that connection is reset; one that writes gets a new connection and is never sent twice.
   * @default true for GET and HEAD
   */
  readonly reads?: boolean;
}

/** APIs of one's own, by name. */
export type ApiDefinitions = Readonly<Record<string, ApiDefinition>>;
