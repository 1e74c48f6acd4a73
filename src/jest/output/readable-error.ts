import { isConnectorTestError } from '../../errors';

/** The error without its stack: Jest prints that in full, and in an error of ours it shows our own files only. */
export function readableError(error: unknown): unknown {
  if (isConnectorTestError(error)) error.stack = `${error.name}: ${error.message}`;
  return error;
}
