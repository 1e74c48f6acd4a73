import type { ConnectorTestError } from '../../src/errors';

/** The error that a call is rejected with; fails when it is not. */
export async function rejection(call: Promise<unknown>): Promise<ConnectorTestError> {
  const settled = await call.then(
    (value) => ({ value }),
    (error: unknown) => ({ error }),
  );
  if ('error' in settled) return settled.error as ConnectorTestError;
  throw new Error(`expected a rejection, got ${JSON.stringify(settled.value)}`);
}
