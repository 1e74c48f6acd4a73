import { AppError } from './errors';
import type { JsonObject } from './json-body';

/** Reads `metadata.databases`, if present: the names of the databases to use. */
export function readDatabases({ databases }: JsonObject): string[] | undefined {
  if (databases === undefined) return undefined;
  if (Array.isArray(databases) && databases.every((name) => typeof name === 'string')) return databases;
  throw new AppError(400, 'INVALID_INPUT', 'metadata.databases must be a list of names');
}
