/** What the reader of the documentation has. */
declare function createDatabase(): Promise<{ end(): Promise<void> }>;
