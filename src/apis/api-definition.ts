/** One API: how its request is made from a scenario's arguments. */
export interface ApiDefinition {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /**
   * From the server's root, such as `/search` or `/items/{id}`; a name in braces is taken out of the arguments.
   * The other arguments become the query of a GET or DELETE, the JSON body of the others.
   */
  readonly path: string;
}

/** APIs of one's own, by name. */
export type ApiDefinitions = Readonly<Record<string, ApiDefinition>>;
