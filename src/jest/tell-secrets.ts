import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import type { LearntSecret } from '../redaction/known-secrets';
import type { SecretAddress } from '../service/run-state';

const HEARD_WITHIN_MS = 2_000;

/**
 * Tells the main process of secrets, over a connection of its own; resolves when it, and all whose logs it keeps, hide
 * them. A main process that is gone, or does not answer, keeps no test from being run.
 */
export async function tellSecrets({ port, token }: SecretAddress, secrets: readonly LearntSecret[]): Promise<void> {
  const socket = connect(port, '127.0.0.1');
  socket.setTimeout(HEARD_WITHIN_MS, () => socket.destroy());
  socket.end(`${token}\n${JSON.stringify(secrets)}\n`);
  await text(socket).catch(() => '');
}
